// The checks of a page: how it is opened, in which views, and what is wrong with it there.
import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { require } from "./site.mjs";

const source = (module) => readFileSync(require.resolve(module), "utf8");
const BOTH = [360, 1280].flatMap((width) => ["light", "dark"].map((scheme) => ({ width, scheme })));

/** Conformance of axe's rules: every tag of WCAG 2.0, 2.1 and 2.2, levels A and AA. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source("axe-core/axe.min.js"));
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), TAGS);
  return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} ${node.target.join(" ")}`));
}

async function codesniffer(page) {
  if (!(await page.evaluate(() => "HTMLCS" in window))) await page.evaluate(source("html_codesniffer/build/HTMLCS.js"));
  return page.evaluate(async () => {
    await new Promise((done, failed) => window.HTMLCS.process("WCAG2AA", document, done, failed));
    const errors = window.HTMLCS.getMessages().filter((message) => message.type === window.HTMLCS.ERROR);
    // Asks for `headers` where `scope` says the same (H63 instead of H43).
    return errors.filter(({ code }) => !code.endsWith("H43.HeadersRequired")).map(({ code, element }) => `${code} ${element.outerHTML?.slice(0, 90) ?? ""}`);
  });
}

/** Presses Tab through the whole page: each stop is seen, in view and not covered; all that can be used is a stop; it ends. */
async function keyboard(page) {
  const said = [];
  const wanted = await page.evaluate(() => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    const used = [...all].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    used.forEach((element, at) => (element.dataset.stop = at));
    return used.length;
  });
  const met = new Set();
  for (let press = 0; press < wanted + 5; press += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const box = element.getClientRects()[0];
      const style = getComputedStyle(element);
      const middle = [Math.min(Math.max(box.left + Math.min(box.width / 2, 8), 0), innerWidth - 1), box.top + box.height / 2];
      const top = document.elementFromPoint(...middle);
      return {
        stop: element.dataset.stop,
        name: element.outerHTML.slice(0, 90),
        seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        covered: !(top && (element.contains(top) || top.contains(element))),
      };
    });
    if (!stop) break;
    if (met.has(stop.stop)) break;
    met.add(stop.stop);
    if (!stop.seen) said.push(`focus is not seen: ${stop.name}`);
    if (!stop.inView) said.push(`focus is out of view: ${stop.name}`);
    else if (stop.covered) said.push(`focus is covered: ${stop.name}`);
  }
  if (met.size !== wanted) said.push(`${met.size} of ${wanted} stops are reached`);
  const skips = await page.evaluate(() => {
    const link = document.querySelector("a[href^='#']");
    const first = document.querySelector("[data-stop='0']");
    return link === first && document.querySelector(first.getAttribute("href"))?.closest("main") !== null;
  });
  if (!skips) said.push("the first stop does not lead to the main part");
  return said;
}

/** WCAG 1.4.4, 1.4.10, 1.4.12: nothing is cut and the page does not scroll sideways, zoomed and with more space in the text. */
async function reflow(page) {
  return page.evaluate(() => {
    const said = [];
    const look = (when) => {
      const root = document.documentElement;
      if (root.scrollWidth > root.clientWidth) {
        const wide = [...document.body.querySelectorAll("*")].filter((element) => {
          const scrolls = (at) => at && at !== document.body && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
          return element.getBoundingClientRect().right > root.clientWidth + 1 && !scrolls(element.parentElement);
        });
        said.push(`${when}: ${root.scrollWidth} px wide, by ${wide[0]?.outerHTML.slice(0, 90)}`);
      }
      for (const element of document.body.querySelectorAll("*")) {
        const style = getComputedStyle(element);
        const cuts = style.overflowX === "hidden" || style.overflowX === "clip" || style.overflowY === "hidden";
        const hidden = element.clientWidth <= 1 || element.closest("svg, .visually-hidden, [hidden]");
        if (cuts && !hidden && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
          said.push(`${when}: cut off: ${element.outerHTML.slice(0, 90)}`);
        }
      }
    };
    look("zoomed");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
    document.adoptedStyleSheets = [sheet];
    look("spaced");
    document.adoptedStyleSheets = [];
    return said;
  });
}

/** Targets of 44 px, but those within a sentence and those of the browser's own. */
async function targets(page) {
  return page.evaluate(() => {
    const used = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden, svg"),
    );
    const inSentence = (element) => {
      const block = element.closest("p, li, dd, dt, td, th, figcaption, blockquote, summary, h1, h2, h3, h4");
      const bare = (text) => text.replace(/[\s·–,.:;()]/g, "");
      return block && block !== element && bare(block.textContent).length > bare(element.textContent).length;
    };
    return used
      .filter((element) => !inSentence(element) && element.getBoundingClientRect().top > 0)
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
      .map(([element, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 100)}`);
  });
}

async function motion(page) {
  const moving = await page.evaluate(() => {
    const still = (value) => value.split(",").every((time) => parseFloat(time) < 0.011);
    const all = [...document.querySelectorAll("*")].filter((element) => {
      const style = getComputedStyle(element);
      return !still(style.transitionDuration) || (style.animationName !== "none" && !still(style.animationDuration));
    });
    const said = all.map((element) => `moves: ${element.outerHTML.slice(0, 90)}`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") said.push("scrolls by itself");
    return said;
  });
  return moving;
}

/** All that is to be read and used without scripts: what a page shows with them, it shows without. */
async function scriptless(page) {
  const shown = () => {
    const clone = [...document.querySelectorAll("main *, nav a, footer *")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("svg"),
    );
    const own = (element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).filter(Boolean).join(" ");
    return clone.map((element) => `${element.localName} ${own(element)} ${element.getAttribute("href") ?? ""}`);
  };
  const without = new Set(await page.evaluate(shown));
  const context = await page.context().browser().newContext({ viewport: page.viewportSize() });
  const other = await context.newPage();
  await other.goto(page.url());
  const more = (await other.evaluate(shown)).filter((line) => !without.has(line));
  await context.close();
  // A script may add what it finds out: what day it is, a field to type in.
  return more.filter((line) => !/^(span|label|input|p) ?/.test(line)).map((line) => `only with scripts: ${line.slice(0, 90)}`);
}

/** Requests that fail or leave the site, and what the policy of content forbids. */
function watch(page, say, origin) {
  page.on("console", (message) => message.type() === "error" && say(`console: ${message.text().slice(0, 120)}`));
  page.on("pageerror", (error) => say(`script: ${error.message.slice(0, 120)}`));
  page.on("request", (request) => {
    const own = request.url().startsWith(`${origin}/`) || request.url().startsWith("file:");
    if (!own) say(`asks another host: ${request.url().slice(0, 100)}`);
  });
  page.on("requestfailed", (request) => say(`failed: ${request.url().split("/").slice(-2).join("/")}`));
  page.on("response", (response) => response.status() >= 400 && say(`${response.status()}: ${response.url().split("/").slice(-2).join("/")}`));
}

/** The page has its style, its letters and its pictures, and its links lead to files. */
async function whole(page, { path, folder }) {
  await page.evaluate(() => document.fonts.ready);
  const found = await page.evaluate(() => ({
    styled: getComputedStyle(document.documentElement).getPropertyValue("--font") !== "",
    broken: [...document.images].filter((image) => image.loading !== "lazy" && !(image.complete && image.naturalWidth)).map((image) => image.src),
    links: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
  }));
  const said = found.broken.map((src) => `picture is not there: ${src.split("/").pop()}`);
  if (!found.styled) said.push("has no style");
  for (const href of found.links.filter((href) => !/^[a-z]+:|^#/.test(href))) {
    const file = href.startsWith("/") ? join(folder, href) : join(folder, dirname(path), href);
    const known = statSync(decodeURIComponent(file.split("#")[0].split("?")[0]), { throwIfNoEntry: false });
    // From a disk, an address of a folder opens a list of files.
    if (!known?.isFile()) said.push(`link leads to no file: ${href}`);
  }
  return said;
}

const ONE = [{ width: 360 }];
const POLICY = { "content-security-policy": "default-src 'self'" };

/** Each check; one that is not `hosted` leaves out the page for lost visitors, which has the addresses of a host. */
export const CHECKS = {
  axe: { views: BOTH, judge: axe },
  codesniffer: { views: [BOTH[0], BOTH[3]], judge: codesniffer },
  keyboard: { views: ONE, judge: keyboard },
  // 1280 px at 200 % and at 400 %.
  reflow: { views: [{ width: 640 }, { width: 320 }], judge: reflow },
  targets: { views: [{ width: 360 }, { width: 1280 }], judge: targets },
  motion: { views: ONE, judge: motion, context: { reducedMotion: "reduce" } },
  scriptless: { views: ONE, judge: scriptless, context: { javaScriptEnabled: false } },
  requests: { views: ONE, judge: whole, before: watch, headers: POLICY },
  subfolder: { views: ONE, judge: whole, before: watch, prefix: "/situs/unit", hosted: false },
  disk: { views: ONE, judge: whole, before: watch, disk: true, hosted: false },
};
