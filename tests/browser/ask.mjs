// What the scripts of a page do for a visitor: node ask.mjs SITE PAGE MOMENT [WORDS] prints, as JSON, what the week of a facility
// marks at that moment, and which items of a list are left once the words are typed.
import { resolve } from "node:path";
import { browser, serve } from "./site.mjs";

const [folder, path, moment, words] = process.argv.slice(2);
const server = await serve(resolve(folder));
const chromium = await browser();
// The visitor's own clock is in another zone than any facility's.
const context = await chromium.newContext({ timezoneId: "America/New_York" });
const page = await context.newPage();
await page.clock.setFixedTime(moment);
await page.goto(`${server.origin}/${path}`);
if (words !== undefined) await page.getByRole("searchbox").fill(words);
const answer = await page.evaluate(() => {
  const texts = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility()).map((each) => each.textContent.trim());
  return {
    today: texts(".week__today th"),
    marks: texts(".week__today td .tag"),
    first: texts(".week tbody tr:first-child th"),
    items: texts(".list__item h3"),
    sections: texts("main .section > h2"),
    status: texts("[role=status]"),
  };
});
await chromium.close();
server.close();
console.log(JSON.stringify(answer));
