// Reads iCalendar files with ical.js and compares them with the plans in JSON
// that they were made from.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const [modules, folder] = process.argv.slice(2);
const ICAL = createRequire(path.join(modules, 'index.js'))('ical.js');

let faults = 0, events = 0, occurrences = 0;
function fault(...what) { faults++; console.error(...what); }

// bytes checks the letter of RFC 5545, 3.1, which readers are lenient about.
function bytes(file, data) {
  const lines = data.toString('latin1').split('\r\n');
  if (lines.pop() !== '') fault(file, 'does not end with a line break');
  for (const line of lines) if (line.length > 75 || /[\r\n]/.test(line)) fault(file, 'has a bad line:', line);
}

function expand(file, text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  if (calendar.getFirstPropertyValue('version') !== '2.0' || !calendar.getFirstPropertyValue('prodid')) fault(file, 'has no version or product');
  const out = [], components = calendar.getAllSubcomponents('vevent');
  const differs = (c) => c.hasProperty('recurrence-id');
  const uids = components.filter(c => !differs(c)).map(c => c.getFirstPropertyValue('uid'));
  for (const uid of uids) if (uids.indexOf(uid) !== uids.lastIndexOf(uid)) fault(file, 'has a UID twice:', uid);
  for (const component of components) {
    events++;
    const uid = component.getFirstPropertyValue('uid');
    const event = new ICAL.Event(component, differs(component) ? {} : { exceptions: components.filter(c => differs(c) && c.getFirstPropertyValue('uid') === uid) });
    if (!Number.isInteger(component.getFirstPropertyValue('sequence'))) fault(file, 'has no revision');
    const stamp = component.getFirstPropertyValue('dtstamp');
    if (!stamp || stamp.zone.tzid !== 'UTC') fault(file, 'has no stamp in UTC');
    for (const time of [event.startDate, event.endDate]) if (time.zone.tzid !== 'floating') fault(file, 'has a time that does not float');
    const rule = component.getFirstPropertyValue('rrule');
    if (rule && !rule.isFinite()) fault(file, 'recurs without an end');
    const alarm = component.getFirstSubcomponent('valarm');
    if (!alarm || alarm.getFirstPropertyValue('action') !== 'DISPLAY' || !alarm.getFirstPropertyValue('description') ||
      alarm.getFirstPropertyValue('trigger').toSeconds() !== 0) fault(file, 'does not ring when it begins:', event.summary);
    if (differs(component)) {
      if (!uids.includes(uid)) fault(file, 'has one day of an event that is not there:', uid);
      continue; // told by the event that it is a day of
    }
    const times = event.iterator();
    for (let at = times.next(); at; at = times.next()) {
      occurrences++;
      const { startDate, endDate, item } = event.getOccurrenceDetails(at);
      out.push(`${startDate.toString().slice(0, 16)} ${endDate.subtractDate(startDate).toSeconds() / 60} ${item.summary}`);
    }
  }
  return { told: out.sort(), uids: uids.sort() };
}

for (const file of fs.readdirSync(folder).filter(f => f.endsWith('.ics')).sort()) {
  const data = fs.readFileSync(path.join(folder, file));
  bytes(file, data);
  const details = file.endsWith('-details.ics');
  const plan = JSON.parse(fs.readFileSync(path.join(folder, file.replace(/(-details)?\.ics$/, '.json'))));
  const want = plan.activities.map(a => `${a.date}T${a.time} ${a.minutes} ${details ? a.title : a.discreet}`).sort();
  const got = expand(file, data.toString()).told;
  if (JSON.stringify(got) !== JSON.stringify(want)) {
    fault(file, 'differs from its plan:', got.filter(x => !want.includes(x)), want.filter(x => !got.includes(x)));
  }
}
// A comparison that finds nothing proves nothing.
const week = fs.readFileSync(path.join(folder, 'week.ics')).toString();
const once = week.replace(/RRULE:[^\r]*\r\n/g, '');
const told = (file, text) => JSON.stringify(expand(file, text).told);
if (once === week || told('without rules', once) === told('week', week)) fault('recurrences make no difference');
if (told('week', week) === told('without its days', week.replace(/BEGIN:VEVENT(?:(?!END:VEVENT)[^])*RECURRENCE-ID[^]*?END:VEVENT\r\n/g, ''))) fault('days that differ make no difference');

// A plan that is made again takes the place of the one before.
const uidsOf = (name) => JSON.stringify(expand(name, fs.readFileSync(path.join(folder, name)).toString()).uids);
for (const again of ['week-again.ics', 'week-short.ics']) if (uidsOf(again) !== uidsOf('week.ics')) fault(again, 'has other events than the plan before');
if (uidsOf('older.ics') === uidsOf('week.ics')) fault('two people have the same events');

console.log(`${events} events, ${occurrences} occurrences as planned, ${faults} faults (${process.env.TZ})`);
process.exit(faults || events < 20 ? 1 : 0);
