// Marks today in a facility's week, and what is open now by the clock of the facility's own zone. It claims nothing on a
// holiday, on a date that differs, or beyond the years whose holidays are known; the page is whole without it.
(() => {
  const table = document.querySelector('.week[data-zone]');
  if (!table) return;
  const say = table.dataset;
  const part = (options) => new Intl.DateTimeFormat('en-CA', { timeZone: say.zone, ...options }).format(new Date());
  const today = part({ year: 'numeric', month: '2-digit', day: '2-digit' });
  const now = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const tag = (where, words, tone) => {
    const mark = document.createElement('span');
    mark.className = `tag tag--${tone}`;
    mark.textContent = words;
    where.append(' ', mark);
  };
  const row = table.querySelector(`[data-day="${weekday}"]`);
  row.classList.add('week__today');
  // The week goes on from today.
  while (row.previousElementSibling) row.parentNode.append(row.parentNode.firstElementChild);
  tag(row.cells[0], say.today, 'example');
  if (say.off.split(' ').includes(today)) return tag(row.cells[1], say.holiday, 'soon');
  const different = document.querySelectorAll(`[data-on="${today}"] [data-of]`);
  const differs = new Set(Array.from(different, (entry) => entry.dataset.of));
  for (const entry of row.querySelectorAll('[data-of]')) {
    if (differs.has(entry.dataset.of)) {
      tag(entry, say.differs, 'soon');
      continue;
    }
    if (!say.known || today > say.known) continue;
    for (const session of entry.querySelectorAll('[data-from]')) {
      const { from, to, by } = session.dataset;
      if (now < from || now >= to) continue;
      if (by && now > by) tag(session, say.full, 'soon');
      else tag(session, say.open, 'ok');
    }
  }
})();
