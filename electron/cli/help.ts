import { claimFields } from '../../shared/claim.ts'
import { eventFields } from '../../shared/event.ts'
import { exportFormats, formatFacts, listNames } from '../../shared/exports.ts'
import { importKinds, listFields } from '../../shared/import-lists.ts'
import { noteFields } from '../../shared/note.ts'
import { placeFields } from '../../shared/places.ts'
import { reportTemplates, templateNames } from '../../shared/report-templates.ts'
import { actorFields, documentFields, outletFields } from '../../shared/source.ts'

const fieldsOf = (names: readonly string[]): string => names.join(', ')

/** What `--help` says after the options, with examples. */
export const program = `
Exit codes: 0 done, 1 done with rejected rows or standards not met, 2 wrong usage, 3 cannot read
or write, 4 not a case or damaged. Results go to stdout, messages to stderr.

Example:
  parallax new korea.parallax --title "The partnership"
  parallax import korea.parallax partnership-claims.csv
  parallax list korea.parallax claims --sort said:desc
  parallax report korea.parallax --format html --out report.html
`

export const readReport = `
Without --into it only tells what the report carries. With it, what is new and what only the sender changed comes in as
one step, which undo takes back; what was changed here is kept, and what both changed is told as a conflict. The report
is kept as a document. A report that was altered since it was made is refused.

JSON: { made, by, hash: "ok"|"bad"|"none", new, changed, same, conflicts }

  parallax read assessment.pdf --json
  parallax read assessment.docx --into korea.parallax --dry-run
`

const formatLines = exportFormats.map((format) => {
  const { title, use, lists } = formatFacts[format]
  const of =
    lists.length === listNames.length ? 'any list' : format === 'stix' ? 'claims, events; the case' : fieldsOf(lists)
  return `  ${format.padEnd(12)} ${title}, of ${of}. ${use}.`
})

export const exportCase = `
Formats, and the lists that each can hold (the first is meant where --list is left out):
${formatLines.join('\n')}

csv is by RFC 4180 in UTF-8 with a byte order mark, under the headings that import reads; a cell that
a spreadsheet might run as a formula gets a ' before it. F-metadata.json beside it (CSVW) says what
its columns are: import reads both back with no mapping. Of several numbers of a claim the first has
columns, the others are in words; jsonl has them all.

jsonl has each record whole, one a line, under names with underscores (quote_language; the README has
them all), with measures, carriages, newest grades, relations and notes, and tlp, the label that holds.

stix without --list is the whole case; with it, what is listed and what that names. Claims are notes,
events incidents, documents reports, actors and outlets identities; grades are opinions, confirmed
relations relationships, all under markings of TLP 2.0. A record has the same id in each export.

Without --tlp everything is written, each record under its label where the format has a place for it.
With it, what is above the label is left out, and counted. A record without a label has the case's, a
note that is pinned to a claim at least the claim's.

Example:
  parallax export korea.parallax --format csv --out claims.csv --filter '{"reliability": ["A", "B"]}'
  parallax export korea.parallax --format stix --tlp green --out case.json
  parallax export korea.parallax --format geojson --search Kursk --out events.geojson
`

export const newCase = `
Example:
  parallax new korea.parallax --title "The partnership"
`

const listsInWords = importKinds.map((kind) => `  ${kind}: ${fieldsOf(listFields[kind])}`).join('\n')

export const importList = `
The file is CSV in any dialect and encoding, TSV, text, a workbook, or one of them in gzip or zip.
Headings are known in English, Russian, Ukrainian and Korean; metadata beside the file
(list.csv-metadata.json, CSVW) and a profile that was saved for the same headings are used.
Several values in one cell are separated by semicolons.

Fields:
${listsInWords}

--map column=a,b with --split column=TEXT fills several fields from the parts of one column ("-"
passes a part over); two columns that are mapped to one field are joined with a space, or as
--join field=TEXT says (field= with nothing between). --map column=- leaves a column out.

A row is known by its reference, else by --key, else by who said what, when and where. What the
case has already is updated where an import brought it; what a person wrote stays, and the row is
a conflict. --on-duplicate skip, update or add settles it for all rows.

--rejects writes the rows that did not come in, with the reasons in a last column. Mended, that file
is imported as its list was; the reasons may stay. Exit code 1: rows were rejected, or conflicts are
not settled.

--json prints { batch, kind, fileName, rows, new, changed, same, conflict, rejected, flagged, added,
updated, seconds, encoding, delimiter, problems }. The verdicts add up to the rows; added and
updated say what was done. problems is a list of { line, column, code, message, verdict }: verdict
is "rejected" or "conflict" (the row did not come in), "flagged" (it did, and a cell was not taken
or is to be looked at) or "left out" (a column or a line that is no row).

Examples:
  parallax import korea.parallax partnership-claims.csv
  parallax import korea.parallax list.xlsx --sheet Claims --map "Sprecher=claimant" --date-order dmy
  parallax import korea.parallax list.csv --set tlp=AMBER --set topic=deployment --dry-run
  parallax import korea.parallax list.csv --rejects mend.csv
  parallax import korea.parallax events.csv --kind events --json
`

export const imports = `
--batch takes an id or its beginning, when only one begins so.

Examples:
  parallax imports korea.parallax
  parallax imports korea.parallax --batch 0193f2 --rejects mend.csv
`

export const redo = `
What was undone can be done again until something else is changed.

Example:
  parallax redo korea.parallax
`

export const history = `
Entries have numbers: undo --step takes one back. With a record its versions are told, field by
field, old and new; parts (numbers, carriers, grades) stand under their record.

Examples:
  parallax history korea.parallax --kind claim --from 2026-11
  parallax history korea.parallax C01
`

export const trash = `
What was deleted keeps all that hung on it and comes back whole. Emptying purges it from the file,
its log and its search index, so that nothing of it can be read there; a line in the log stays.
Backups and copies of the case still have it.

Examples:
  parallax trash korea.parallax list
  parallax trash korea.parallax restore C01 "A note"
  parallax trash korea.parallax empty --yes
`

export const merge = `
Where nothing is said of a field, the first record's value stays; where it has none, it gets that of
the second. Lists (tags, aliases) and numbers are joined. undo --step takes the merge back, later too.

Examples:
  parallax merge korea.parallax C12 C31 --field statement=drop --reason "one sentence"
  parallax merge korea.parallax TASS "TASS agency" --kind outlet
`

export const undo = `
--step takes back one step and leaves later ones as they are; where some build on it, it is refused
unless --with-later takes them back too. An import is taken back as a step of its own. Records that were edited by hand since, or that
something later uses, are listed and stay, with all that they need; with --force those that are
rows of the list go to the trash.

Examples:
  parallax undo korea.parallax
  parallax undo korea.parallax --batch 0193f2a4
`

export const csvInspect = `
--json prints { file, container, encoding, bom, doubt, delimiter, quote, escape, newline,
preambleRows, headerRows, header, columns: [{ name, field, kind, examples }], rows,
problems: [{ line, column, code, message }], problemCount }. column counts cells from 1.

Example:
  parallax csv inspect list.csv --json
`

export const csvNormalize = `
Rows are written as they are read; those with cells missing at the end are filled up. Lines
above and below the table are no rows: they are told on stderr, like all that is odd.

Example:
  parallax csv normalize list.csv --out plain.csv
`

export const list = `
--filter takes a JSON object: conditions by field, which must all hold. A text or number means
"equals", null "not set", a list "one of". Or an object of in, notIn (lists), contains,
notContains (texts), min, max (numbers or EDTF dates), set (true or false).

--view takes a view that was saved in the window: its search and filter, which --search and --filter
narrow further (a filter by the same field stands in its place), and its order, unless --sort is given.

Fields of claims:    ${fieldsOf(claimFields)}
Fields of events:    ${fieldsOf(eventFields)}
Fields of actors:    ${fieldsOf(actorFields)}
Fields of outlets:   ${fieldsOf(outletFields)}
Fields of documents: ${fieldsOf(documentFields)}
Fields of notes:     ${fieldsOf(noteFields)}
Fields of places:    ${fieldsOf(placeFields)}

--csv puts a ' before texts that a spreadsheet would run as a formula, and says so.

Examples:
  parallax list korea.parallax claims --search "Kursk" --sort quantity:desc,said
  parallax list korea.parallax claims --search 'claimant:zelenskyy said:2024-11 -casualties'
  parallax list korea.parallax claims --filter '{"topic":"deployment","quantity":{"min":9000}}'
  parallax list korea.parallax claims --filter '{"said":{"min":"2024-10","max":"2024-11"},"reliability":["A","B"]}'
  parallax list korea.parallax claims --filter '{"claimant":null}' --json
  parallax list korea.parallax events --csv > events.csv
`

export const views = `
A view is what a list shows (search, filter, order, columns) under a name; a saved search has only a
search. The file is JSON: { "format": "parallax-views", "version": 1, "views": [ … ] }, each view
{ "list": "claims", "name", "search", "filter", "sort": [{ "field", "desc" }] or null, "columns":
[{ "field", "isShown", "width", "flex" }] or null }; all but list and name may be left out. null leaves
the order, or the columns, as they are. Filters are written as for list.

An import brings what is new; a view of a name that the case has otherwise comes in its place with
--replace, and else is left out (exit code 1). --json prints { new, same, replaced, left }, of "list" all
views with "unknown", the fields that they go by and that are not there.

Examples:
  parallax views korea.parallax list
  parallax views korea.parallax export --out views.json
  parallax views other.parallax import views.json
  parallax list korea.parallax claims --view "Kursk, graded"
`

export const places = `
A place of the case's own goes before the gazetteer; "list <case> places" lists these.
--json prints a list of { text, facts }; facts is null where nothing is known.

Example:
  parallax places korea.parallax "Курская область; Wonsan"
`

const templateLines = templateNames.map((name) => `  ${name.padEnd(15)} ${reportTemplates[name].description}`)

export const report = `
--template makes a new report of the judgements, claims, events and sources of the case; --report is
then its title. Without a report in the case, an assessment is made. The case itself stays as it is.

${templateLines.join('\n')}

A template that was saved in the case is taken by its name.

--tlp marks this file: claims above the label are left out, and listed in it by their references.
The report keeps its own label; a label below that is told, since texts and judgements have none.
The export of a report that the case has is recorded in it, with the label of the file.

Examples:
  parallax report korea.parallax --format html --out report.html
  parallax report korea.parallax --format pdf --out report.pdf --report "Weekly assessment"
  parallax report korea.parallax --template source-audit --tlp green --format docx --out audit.docx
`

export const lint = `
Holds a report against the nine tradecraft standards of ICD 203, as “Before it goes out” does in the
window: judgements without citations, on one origin, stale or without alternatives, mixed scales,
vague words, unread sources, claims above the report's label. Without a report in the case, all its
judgements are looked at. The analysis is brought up to date first, where the case can be changed.
Exit code 1 when a standard is not met.

--json prints { report: { id, title } (null: none), rows: [{ standard, state, findings: [{ code,
level, sentence, place: { kind, id, label } }], judged: { by, at, note } }] }; state is "met",
"look", "not met" or "judge" (for a person to judge), level "look" or "not met".

Examples:
  parallax lint korea.parallax
  parallax lint korea.parallax --report "Weekly assessment" --json
`

export const analyse = `
Brings the analysis of the case up to date, keeps it in the case and tells what was found: figures,
dates and places that cannot both hold, later figures of the same claimant, nearly the same words,
and how many independent origins each claim has. Nothing of it is decided: what rules find is a
suggestion until somebody confirms it.

--json prints { contradictions: [{ rule, left: { ref, value }, right: { ref, value }, reason, state }],
revisions (the same), notComparable: [{ left, right, reason }], notComparableIsWhole, parts: [{ part,
whole, reason }], origins: [{ ref, carriers, outlets, independent, unresolved, findings }],
duplicates: [{ refs, similarity, kind, state }] }; refs are those of the claims.

Examples:
  parallax analyse korea.parallax
  parallax analyse korea.parallax --json > analysis.json
`

export const check = `
Compares the pages of a case at rest with the sums they were left with, and checks the structure
of the tables, the references between records and the file's identity. --deep also checks the
indexes, the search index, the schema, and that what is derived from records agrees with them. The
file is not changed. Exit code 4 when something is wrong.

--json prints { file, schemaVersion, ok, problems: [{ code, message }], counts, seconds }. code is
"pages", "structure", "references", "schema", "search", "derived" or "settings".

Examples:
  parallax check korea.parallax
  parallax check korea.parallax --deep --json
`

export const recover = `
Everything that can be read also goes to a file of JSON Lines beside the new case: one object a
line with the table, the row's number and its columns; "partial" where only a part was left. A
reference to a record that is lost is emptied; what cannot be without it is left out. All of that
is counted.

--json prints { out, lines, lineCount, tables: [{ table, read, lost, refused, why }], cleared,
removed, lostSettings, changedPages, mendedPages, alteredTables }.

Example:
  parallax recover korea.parallax --out recovered.parallax
`

export const backup = `
The copy is made of one moment, also while the case is open and written, and checked (SQLite's
structures, references, numbers of records) before it gets its name. Beside the case, in
name.parallax-backups, one of each hour is kept for a day, of each day for two weeks and of each
week for two months, within a bound of space; what was made by hand or before an import is kept
for a day whatever the hour. With --to an earlier backup of the same case gives way to the new one.

Examples:
  parallax backup korea.parallax
  parallax backup korea.parallax --to /media/stick/korea-backup.parallax
`

export const backups = `
--json prints { backups: [{ file, at, reason, bytes }], bytes, mostBytes, replaced: [{ file, bytes }] }.
reason is idle, close, migration, import, merge, restore or manual. replaced are the files that a restore
set aside or that were damaged: they lie beside the case, no bound holds for them, and none is deleted.

Examples:
  parallax backups korea.parallax
  parallax backups korea.parallax --json
`

export const restore = `
The backup is checked first. The present file is kept beside the case as
name.set-aside-DATE-TIME.parallax; whenever this is interrupted, there is the one file or the other.

Example:
  parallax restore korea.parallax --from 2026-11-26T23-05-01Z.close.parallax
`

export const figure = `
numbers: who claimed what number when. timeline: events and claims with what is uncertain of their
dates. map: events with the precision of their places. matrix: the value that each claimant gives
to each question, with those that cannot both hold marked.

--view, --search and --filter choose claims as they do for list; with them, events are those that the
claims are about, unless --event-filter says otherwise. What is left out, and why, is told on stderr.

Examples:
  parallax figure korea.parallax numbers --out numbers.svg --filter '{"topic":"deployment"}'
  parallax figure korea.parallax timeline --lanes topic --out timeline.svg
  parallax figure korea.parallax origins --of C08 --out origins.svg
  parallax figure korea.parallax map --event-filter '{"when":{"min":"2024-10"}}' --out map.svg
`
