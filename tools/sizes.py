"""Size limits of the house: functions of at most 60 lines, files of at most 500 (data files excepted)."""

import ast
import sys
from pathlib import Path

FUNCTION, FILE = 60, 500
ROOTS = ("src", "tests", "quality", "training", "tools")
SKIP = ("migrations", "vendor")
# Word lists are data: a function in one of them still has to keep the limit.
DATA = ("src/sayso/lang/",)


def problems(path: Path) -> list[str]:
    """Lines that say what is too long in one file."""
    source = path.read_text(encoding="utf-8")
    lines = source.count("\n")
    found = []
    if lines > FILE and not str(path).startswith(DATA):
        found.append(f"{path}: {lines} lines (limit {FILE})")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            if size > FUNCTION:
                found.append(f"{path}:{node.lineno} {node.name}: {size} lines (limit {FUNCTION})")
    return found


def main() -> int:
    """Print every problem; exit 1 when there is one."""
    files = [p for r in ROOTS for p in sorted(Path(r).rglob("*.py")) if not any(s in p.parts for s in SKIP)]
    found = [line for path in files for line in problems(path)]
    print("\n".join(found) or f"sizes: {len(files)} files within the limits")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
