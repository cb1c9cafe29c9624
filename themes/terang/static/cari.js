// Adds a field that narrows a long list to the names typed; without it the list stands whole.
(() => {
  const place = document.querySelector('[data-search]');
  if (!place) return;
  const items = Array.from(document.querySelectorAll(place.dataset.search), (item) => [item, item.textContent.toLowerCase()]);
  const label = document.createElement('label');
  const field = document.createElement('input');
  const found = document.createElement('p');
  label.className = 'search';
  label.textContent = place.dataset.label;
  field.type = 'search';
  field.autocomplete = 'off';
  found.className = 'meta';
  found.setAttribute('role', 'status');
  label.append(field);
  place.append(label, found);
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [item, text] of items) {
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) count += 1;
    }
    for (const section of document.querySelectorAll('.section')) {
      section.hidden = !section.querySelector(`${place.dataset.search}:not([hidden])`);
    }
    found.textContent = words.length ? (count ? `${count} ${place.dataset.some}` : place.dataset.none) : '';
  });
})();
