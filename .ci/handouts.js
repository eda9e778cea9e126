// Reads the pages of .ci/handouts: HTML in a browser, Markdown with the reader
// of CommonMark. Part of no program.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const [scratch, browserPath, keep] = process.argv.slice(2);
const load = createRequire(path.join(scratch, 'modules', 'index.js'));
const puppeteer = load('puppeteer-core');
const commonmark = load('commonmark');
const folder = path.join(scratch, 'pages');

let faults = 0;
function fault(...what) { faults++; console.error(...what); }
const named = (end) => fs.readdirSync(folder).filter(f => f.endsWith(end)).sort();

// inspect runs in the page; it changes nothing there.
function inspect() {
  const missing = [...document.querySelectorAll('svg')].filter(svg =>
    svg.getAttribute('aria-labelledby').split(' ').some(id => !svg.querySelector(`#${CSS.escape(id)}`)?.textContent.trim()));
  const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
  return {
    lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length, text: document.body.innerText.length,
    nameless: missing.length + [...document.querySelectorAll('input')].filter(i => !i.getAttribute('aria-label')).length,
    twice: ids.length - new Set(ids).size, wide: document.documentElement.scrollWidth - window.innerWidth,
    scripts: document.scripts.length, ink: getComputedStyle(document.documentElement).color,
    ground: getComputedStyle(document.documentElement).backgroundColor,
  };
}

// brightness of a colour as the browser tells it, from 0 to 255.
const brightness = (rgb) => rgb.match(/[\d.]+/g).slice(0, 3).reduce((sum, n) => sum + Number(n), 0) / 3;

// complaints are what the browser says of the page that it reads.
let complaints = [];
function listen(page) {
  page.on('console', m => complaints.push(m.text()));
  page.on('pageerror', e => complaints.push(e.message));
  page.on('request', r => { if (!r.isNavigationRequest()) complaints.push(`asks for ${r.url()}`); });
}

async function read(page, file) {
  complaints = [];
  const sheets = {};
  const shown = /^(self-care|clinician|urgent|emergency|first-page|bad)[-.]/.test(file);
  for (const scheme of shown ? ['light', 'dark'] : ['light']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width: 360, height: 800 });
    await page.goto(`file://${path.join(folder, file)}`, { waitUntil: 'load' });
    const seen = await page.evaluate(inspect);
    if (seen.lang !== 'en' || seen.h1 !== 1 || seen.text < 400 || seen.nameless || seen.twice || seen.scripts) fault(file, 'is not as it should be:', seen);
    if (seen.wide > 0) fault(file, 'is', seen.wide, 'pixels wider than a phone');
    const contrast = brightness(seen.ink) - brightness(seen.ground);
    if (scheme === 'dark' ? contrast < 150 : contrast > -200) fault(file, scheme, 'cannot be read:', seen.ink, 'on', seen.ground);
    if (keep && shown && file !== 'bad.html') {
      for (const width of [360, 1000]) {
        await page.setViewport({ width, height: 1200 });
        await page.screenshot({ path: path.join(keep, `${file}-${scheme}-${width}.png`), fullPage: true });
      }
    }
  }
  for (const format of ['A4', 'Letter']) {
    const data = Buffer.from(await page.pdf({ format, preferCSSPageSize: false, printBackground: false }));
    const count = data.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    const most = file.endsWith('-sheet.html') ? 2 : 1;
    if (count > most) fault(file, 'takes', count, 'pages of', format, 'rather than', most);
    sheets[format] = count;
    fs.writeFileSync(path.join(folder, `${file}-${format}.pdf`), data);
    if (keep && shown && file !== 'bad.html') fs.writeFileSync(path.join(keep, `${file}-${format}.pdf`), data);
  }
  for (const complaint of new Set(complaints)) fault(file, complaint);
  return sheets;
}

// told returns the text of the items of the list under a heading.
function told(markdown, heading) {
  const walker = new commonmark.Parser().parse(markdown).walker();
  const items = [];
  const strange = [];
  let under = '';
  for (let event = walker.next(); event; event = walker.next()) {
    const node = event.node;
    if (!event.entering) continue;
    if (['html_block', 'html_inline', 'link', 'image', 'code', 'code_block', 'block_quote', 'thematic_break'].includes(node.type)) strange.push(node.type);
    if (node.type === 'heading') under = '';
    if (node.type === 'text' || node.type === 'softbreak') {
      let parent = node.parent;
      while (parent && !['heading', 'item', 'document'].includes(parent.type)) parent = parent.parent;
      if (parent.type === 'heading') under += node.literal;
      if (parent.type === 'item' && under === heading) items.push([parent, node.literal ?? ' ']);
    }
  }
  const joined = new Map();
  for (const [item, text] of items) joined.set(item, (joined.get(item) ?? '') + text);
  return { items: [...joined.values()], strange };
}

function readMarkdown() {
  const notes = JSON.parse(fs.readFileSync(path.join(folder, 'notes.json')));
  let count = 0;
  for (const file of named('.md')) {
    const { items, strange } = told(fs.readFileSync(path.join(folder, file), 'utf8'), "Notes, in the person's own words");
    if (strange.length) fault(file, 'has what nobody wrote:', strange);
    if (!notes[file]) continue;
    count++;
    if (JSON.stringify(items) !== JSON.stringify(notes[file])) fault(file, 'tells', items, 'rather than', notes[file]);
  }
  return count;
}

(async () => {
  const notes = readMarkdown();
  const browser = await puppeteer.launch({ executablePath: browserPath, headless: true, userDataDir: path.join(scratch, 'profile'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'] });
  const page = await browser.newPage();
  listen(page);
  const counts = {};
  const files = named('.html');
  for (const file of files) {
    for (const [format, count] of Object.entries(await read(page, file))) {
      const key = `${file.endsWith('-sheet.html') ? 'sheet' : 'clinician'} ${format} ${count}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  // What finds nothing proves nothing: a page that does what is forbidden.
  fs.writeFileSync(path.join(folder, 'bad.html'), '<!DOCTYPE html><html lang="en"><h1>x</h1><img src="http://192.0.2.1/x.png"><p style="width:900px">x</p></html>');
  const before = faults, loud = console.error;
  console.error = () => {};
  await read(page, 'bad.html').catch(() => { faults++; });
  console.error = loud;
  if (faults - before < 2) { faults++; console.error('a bad page is not found out'); } else faults = before;
  await browser.close();
  fs.rmSync(path.join(folder, 'bad.html'));
  for (const key of Object.keys(counts).sort()) console.log(`${key} pages: ${counts[key]}`);
  console.log(`${files.length} pages of HTML, ${notes} notes read back from Markdown, ${faults} faults`);
  process.exit(faults || files.length < 300 || notes < 30 ? 1 : 0);
})();
