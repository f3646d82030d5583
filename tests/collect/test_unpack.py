"""Unpacking within limits, and robots.txt, addresses and pages at their edges."""

from __future__ import annotations

import gzip
import zlib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.collect.answer import FetchProblem
from sayso.collect.unpack import Body, coding, gunzip


def unpacked(packing: str, pieces: list[bytes], max_bytes: int = 1_000_000) -> bytes:
    body = Body(packing, max_bytes, "example.org")
    for piece in pieces:
        body.add(piece)
    return body.whole()


@given(st.binary(max_size=3_000), st.integers(1, 700))
def test_any_body_in_any_pieces(data: bytes, step: int) -> None:
    for packing, packed in (("gzip", gzip.compress(data)), ("deflate", zlib.compress(data)), ("", data)):
        pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
        assert unpacked(packing, pieces) == data


@given(st.lists(st.binary(max_size=500), max_size=6), st.integers(1, 97))
def test_members_in_a_row(parts: list[bytes], step: int) -> None:
    packed = b"".join(gzip.compress(part) for part in parts)
    pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert unpacked("gzip", pieces) == b"".join(parts)


@given(st.binary(min_size=1, max_size=300), st.integers(1, 300))
def test_a_body_cut_anywhere_is_no_body(data: bytes, cut: int) -> None:
    packed = gzip.compress(data)
    with pytest.raises(FetchProblem) as caught:
        unpacked("gzip", [packed[: -min(cut, len(packed) - 1)]])
    assert caught.value.reason == "truncated"


@given(st.binary(min_size=3, max_size=400))
def test_noise_never_raises_anything_else(data: bytes) -> None:
    for packing in ("gzip", "deflate"):
        try:
            unpacked(packing, [data])
        except FetchProblem as problem:
            assert problem.reason in ("bad_encoding", "truncated")  # noqa: PT017


def test_output_that_zlib_holds_back_is_asked_for() -> None:
    noise = b"".join(sha256(bytes([n])).digest() for n in range(250))
    data = (noise + bytes(1_048_576 - len(noise))) * 2 + noise
    assert unpacked("gzip", [gzip.compress(data)], 10_000_000) == data


def test_padding_behind_the_end_is_left() -> None:
    assert unpacked("gzip", [gzip.compress(b"abc"), b"\x1f", b"x", gzip.compress(b"def")]) == b"abc"


def test_raw_deflate_in_pieces() -> None:
    made = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = made.compress(b"Two people were hurt. " * 100) + made.flush()
    for step in (1, 2, 3, 50):
        pieces = [packed[at : at + step] for at in range(0, len(packed), step)]
        assert unpacked("deflate", pieces) == b"Two people were hurt. " * 100


def test_the_limit_is_exact() -> None:
    assert unpacked("gzip", [gzip.compress(b"x" * 1_000)], 1_000) == b"x" * 1_000
    with pytest.raises(FetchProblem) as caught:
        unpacked("gzip", [gzip.compress(b"x" * 1_001)], 1_000)
    assert caught.value.reason == "too_large"


def test_the_beginning_of_a_long_body_can_be_had() -> None:
    body = Body("gzip", 1_000, "example.org")
    body.add(gzip.compress(b"x" * 5_000))
    assert body.whole(cut=True) == b"x" * 1_000


def test_a_bomb_is_stopped_before_it_is_large() -> None:
    body = Body("gzip", 1_000_000_000, "example.org")
    with pytest.raises(FetchProblem) as caught:
        body.add(gzip.compress(bytes(50_000_000)))
    assert caught.value.reason == "bomb"
    assert len(body._out) < 15_000_000


def test_a_packed_file_within_limits() -> None:
    assert gunzip(gzip.compress(b"abc" * 100), 300) == b"abc" * 100
    with pytest.raises(FetchProblem):
        gunzip(gzip.compress(b"abc" * 101), 300)


@pytest.mark.parametrize(
    ("stated", "name"),
    [("", ""), ("gzip", "gzip"), (" GZIP ", "gzip"), ("x-gzip", "gzip"), ("deflate", "deflate"), ("identity", ""),
     ("utf-8", ""), ("ISO-8859-1", ""), ("none", ""), ("gzip, identity", "gzip")],
)  # fmt: skip
def test_packings_that_are_read(stated: str, name: str) -> None:
    assert coding(stated, "example.org") == name


@pytest.mark.parametrize("stated", ["br", "zstd", "gzip, gzip", "compress", "rot13", "zip", "x" * 5_000])
def test_packings_that_are_not(stated: str) -> None:
    with pytest.raises(FetchProblem) as caught:
        coding(stated, "example.org")
    assert caught.value.reason == "bad_encoding"
