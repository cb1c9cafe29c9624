// Whoever scans an old poster is told: no place of the page has the name of its code.
const code = location.hash.slice(1);
const old = document.querySelector(".edition--old");
if (old && /^versi-\w+$/.test(code) && !document.getElementById(code)) {
  old.hidden = false;
  old.scrollIntoView({ block: "center" });
}
