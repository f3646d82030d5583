// Keys of the review queue. Without this file every decision is a button and every step a link.
const form = document.getElementById("decide");
const reason = document.getElementById("reason");
const pending = document.getElementById("pending");
const item = document.getElementById("item");
const typing = (el) => el.matches("input:not([type=checkbox]), select, textarea");
let act = "";

item?.focus({ preventScroll: true });
for (const button of document.querySelectorAll("[data-reason]")) {
  button.hidden = false;
  button.addEventListener("click", () => choose(button.dataset.reason));
}

function choose(words) {
  reason.value = words;
  pending.textContent = `Reason: ${words}`;
}

function submit(value) {
  const button = [...form.querySelectorAll(`button[name=act]`)].find((b) => b.value === value);
  if (button) form.requestSubmit(button);
}

/** Decide at once when there is a reason; otherwise ask for it, and Enter decides. */
function decide(value, words) {
  act = value;
  if (reason.value.trim()) return submit(value);
  pending.textContent = `${words}: say why, then press Enter.`;
  reason.focus();
}

/** Open what a decision needs and go to its first box. */
function open(details) {
  for (const other of form.querySelectorAll("details[data-act]")) other.open = other === details;
  act = details.dataset.act;
  const words = details.querySelector("summary").firstChild.textContent.trim();
  const box = details.dataset.act === "other_value" ? details.querySelector("[name=value]") : details.querySelector("input, select");
  pending.textContent = `${words}: fill in, then press Enter.`;
  box.focus({ preventScroll: true });
  details.scrollIntoView({ block: "nearest", behavior: "instant" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.key === "Escape" && form?.contains(event.target)) {
    act = "";
    pending.textContent = "";
    item.focus();
    return;
  }
  if (event.key === "Enter" && form?.contains(event.target) && event.target.matches("input, select")) {
    event.preventDefault();
    if (!act) { pending.textContent = "Choose a decision: press Esc, then a key."; return; }
    if (!reason.value.trim()) { pending.textContent = "Say why, then press Enter."; reason.focus(); return; }
    submit(act);
    return;
  }
  if (typing(event.target)) return;
  const key = event.key;
  if (key === "w" && reason) { event.preventDefault(); reason.focus(); return; }
  const target = /^[jkarmsneu1-5]$/.test(key) ? document.querySelector(`[data-key="${key}"]`) : null;
  if (!target) return;
  event.preventDefault();
  if (target.matches("summary")) open(target.closest("details"));
  else if (target.name === "act") decide(target.value, target.firstChild.textContent.trim());
  else target.click();
});

form?.addEventListener("toggle", (event) => { if (event.target.open) act = event.target.dataset.act; }, true);
