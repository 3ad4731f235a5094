import { type Found, unpickled } from "../en/problems.ts";
import type { Catalogue } from "../en.ts";
import { formatList } from "../format-names.ts";
import { plurals } from "../plural.ts";

const plural = plurals("de");

/** A sentence after its place, where it has one. */
const said = (
  { file, row, column }: Found,
  text: string,
  unit: "Zeile" | "Textzeile" = "Zeile",
): string => {
  const place = [
    file ?? "",
    row === undefined ? "" : `${unit} ${row}`,
    column === undefined ? "" : `Spalte ${column}`,
  ].filter(Boolean);
  return place.length > 0 ? `${place.join(", ")}: ${text}` : text;
};

/** A sentence in which only the place changes. */
const plain =
  (text: string, unit: "Zeile" | "Textzeile" = "Zeile") =>
  (found: Found): string =>
    said(found, text, unit);

const more = ({ count }: Found): string =>
  count === undefined || count < 2 ? "" : ` (und ${count - 1} weitere dieser Art)`;

const advice = (kind: string): string =>
  ["xz", "Zstandard", "bzip2", "7-Zip"].includes(kind)
    ? `Zuerst auspacken (etwa mit ${kind === "xz" ? "unxz" : kind === "Zstandard" ? "unzstd" : "der Dateiverwaltung"}) und den Inhalt hierher ziehen.`
    : "Als CSV, JSON oder Parquet speichern oder ausgeben und noch einmal hierher ziehen.";

const megabytes = (bytes = 0): string => `${Math.round(bytes / 1e6)} MB`;

/** What the readers call things, where German has a word of its own. */
const WORDS: Readonly<Record<string, string>> = {
  "a finite number": "eine endliche Zahl",
  "a spreadsheet": "eine Arbeitsmappe",
  "a table": "eine Tabelle",
  "too many numbers": "zu viele Zahlen",
  "what fits in memory": "was in den Speicher passt",
  "a number per answer": "eine Zahl je Antwort",
  "a record": "ein Datensatz",
  "an array of records": "eine Liste von Datensätzen",
  "big-endian NumPy": "NumPy mit dem höchsten Byte zuerst (big-endian)",
  "no end of the row": "kein Ende der Zeile",
  "plain numbers": "bloße Zahlen",
  "numbers that differ": "Zahlen, die sich unterscheiden",
  "the names of the columns": "die Namen der Spalten",
};
const KINDS: Readonly<Record<string, string>> = {
  binary: "eine Binärdatei",
  "empty zip": "ein leeres Zip",
  "many times packed": "eine vielfach gepackte Datei",
  "old spreadsheet": "eine alte Arbeitsmappe",
  spreadsheet: "eine Arbeitsmappe",
  document: "ein Textdokument",
};
const known = (text = "", words = WORDS): string =>
  (Object.hasOwn(words, text) ? words[text] : text)
    .replace(/^(\d+) files$/, "$1 Dateien")
    .replace(/^(\d+ MB) of (\S+)$/, "$1 $2")
    .replace(/^(\d+ MB) unpacked$/, "$1 ausgepackt")
    .replace(/^(\d+) times its packed size$/, "das $1-Fache der gepackten Größe");

const unusable = (found: Found): string =>
  said(
    found,
    `Erwartet war ${known(found.expected)}, gefunden „${found.value}“${more(found)}. Berichtigen, sonst entfällt die Zeile, solange diese Spalte verwendet wird.`,
  );

/** What can be wrong with a file, in two sentences or three: what was expected where, what was found, and what to do. */
export const problems: Catalogue["problems"] = {
  "empty-file": plain(
    "Die Datei ist leer; erwartet war eine Zeile je Antwort mit einer Zahl für jeden Wert. Eine andere Datei wählen oder diese noch einmal ausgeben.",
  ),
  "binary-file": (found) => {
    const kind = found.value ?? "binary";
    return said(
      found,
      `Das sieht aus wie ${Object.hasOwn(KINDS, kind) ? KINDS[kind] : `eine ${kind}-Datei`}, die hier nicht gelesen werden kann; erwartet war ${formatList("de")}. ${advice(kind)}`,
    );
  },
  "damaged-file": (found) =>
    said(
      found,
      `Dem Anfang nach war ${known(found.expected)} zu erwarten, doch so lässt sich die Datei nicht lesen${found.value ? ` (${found.value})` : ""}. Vielleicht ist sie abgeschnitten: noch einmal kopieren oder ausgeben.`,
    ),
  "unsupported-file": (found) =>
    said(
      found,
      `Erwartet war eine Tabelle von Zahlen (little-endian), gefunden ${known(found.value)}. Mit einer Zeile je Antwort speichern oder als CSV ausgeben.`,
    ),
  "too-deep": plain(
    "Erwartet war ein Datensatz je Antwort; gefunden wurden Listen in Listen oder Datensätze in Datensätzen, tiefer, als eine Tabelle reicht. Je Wert und Antwort eine Zahl ausgeben.",
  ),
  "too-large-file": (found) =>
    said(
      found,
      `Gefunden ${found.value ? known(found.value) : megabytes(found.count)}, erwartet höchstens ${known(found.expected)}. Nur die nötigen Spalten als Parquet oder CSV ausgeben, oder einen Teil der Zeilen.`,
    ),
  "too-many-rows": (found) =>
    said(
      found,
      `Gefunden ${found.value} Zeilen, erwartet höchstens ${found.expected}. Einen zufälligen Teil davon ausgeben.`,
    ),
  "means-only": (found) =>
    said(
      found,
      `Erwartet war eine Zeile je Antwort, gefunden wurden Mittelwerte${found.value ? ` („${found.value}“)` : ""}: Eine Palette entsteht, indem einzelne Antworten gewichtet werden. Die Zeilen ausgeben, aus denen gemittelt wurde.`,
    ),
  "no-match": plain(
    "Erwartet waren Einträge, die alle Dateien gemeinsam haben; gefunden wurde keiner. Über eine andere Spalte verbinden oder als Teile einer Tabelle lesen.",
  ),
  "mixed-scales": (found) =>
    said(
      found,
      `Die Zahlen reichen über ${found.value}, die anderer Spalten über ${found.expected} oder weniger. Zu tun ist nichts: Jedes Ziel steht in den Einheiten seines Werts.`,
    ),
  "few-rows": (found) =>
    said(
      found,
      `Nur ${found.count} Zeilen, erwartet einige hundert: Die Zahlen werden grob, und nur wenige Antworten können eine Palette tragen. Ein paar tausend wären gut.`,
    ),
  "near-collinear": (found) =>
    said(
      found,
      `Erwartet waren verschiedene Spalten, diese sagt aber fast dasselbe wie ${found.value}. Eine von beiden genügt: Mit beiden ist der Preis jeder einzelnen willkürlich.`,
    ),
  "duplicate-rows": (found) =>
    said(
      found,
      `${found.count} von ${found.expected} Zeilen wiederholen die Zahlen einer anderen, erwartet waren eigene Antworten. Sind Antworten kopiert, dann die Kopien entfernen: Mit ihnen wirken die Zahlen sicherer, als sie sind.`,
    ),
  "not-json": (found) =>
    said(
      found,
      `Dem Anfang nach war JSON zu erwarten, nahe „${found.value}“ lässt es sich aber nicht lesen. Fehlt ein Komma, eine Klammer oder ein Anführungszeichen?`,
      "Textzeile",
    ),
  "not-records": (found) =>
    said(
      found,
      `Erwartet war ${known(found.expected)}, gefunden ${found.value ?? "etwas anderes"}${more(found)}. Eine Liste mit einem Datensatz je Antwort schreiben.`,
    ),
  "no-header": (found) =>
    said(
      found,
      `Erwartet waren die Namen der Spalten, gefunden „${found.value}“; deshalb gilt die Zeile als Antwort, und die Spalten sind nummeriert. Eine Zeile mit Namen darüber gibt ihnen Namen.`,
    ),
  "title-rows": (found) =>
    said(
      found,
      `Erwartet waren ${known(found.expected)}, gefunden „${found.value}“. ${found.count === 1 ? "Diese Zeile wurde" : `${found.count} Zeilen wurden`} übergangen, die Namen stammen aus der nächsten. Ist das falsch, dann entfernen, was über den Namen steht.`,
    ),
  "ragged-row": (found) => {
    if (found.count)
      return said(
        found,
        `${found.count} Zeilen insgesamt haben eine andere Zahl von Zellen als die ${found.expected} des Kopfs. Sie entfallen; vielleicht sind Trennzeichen oder Anführungszeichen zu viel oder fehlen.`,
      );
    const isTwice = Number(found.value) === 2 * Number(found.expected);
    return said(
      found,
      `Erwartet ${found.expected} ${plural(Number(found.expected), "Zelle", "Zellen")} wie im Kopf, gefunden ${known(found.value)}. Die Zeile entfällt; vielleicht ist ein Trennzeichen oder Anführungszeichen zu viel oder fehlt.${isTwice ? " Stehen in den Zahlen Dezimalkommas, dann die Spalten durch Strichpunkte trennen." : ""}`,
    );
  },
  "no-numeric-columns": ({ column, ...found }) =>
    said(
      found,
      `Keine Spalte enthält Zahlen: Erwartet war ${known(found.expected)}, gefunden zum Beispiel „${found.value}“ in der Spalte ${column}. Jeder Wert braucht eine Spalte mit einer Zahl je Antwort.`,
    ),
  "too-few-rows": (found) =>
    said(
      found,
      `Nur ${found.count ?? 0} brauchbare ${plural(found.count ?? 0, "Zeile", "Zeilen")}; mindestens ${found.expected} sind nötig, um Antworten zu vergleichen. Mehr Antworten mitbringen oder weniger von den Spalten mit Lücken verwenden.`,
    ),
  "not-a-number": unusable,
  "not-finite": unusable,
  "too-large-number": (found) =>
    said(
      found,
      `Erwartet war ${known(found.expected)}, gefunden ${found.value}, zu groß zum Rechnen${more(found)}. Die Spalte in einer anderen Einheit angeben, sonst entfällt die Zeile, solange diese Spalte verwendet wird.`,
    ),
  "constant-column": (found) =>
    said(
      found,
      `Erwartet waren ${known(found.expected)}, gefunden in jeder Zeile ${found.value}: Es gibt nichts auszuwählen, deshalb wird die Spalte nicht verwendet. Sollte sie sich unterscheiden, die Bewertung prüfen.`,
    ),
  "almost-numbers": (found) =>
    said(
      found,
      `Erwartet waren ${known(found.expected)}, gefunden „${found.value}“; deshalb gilt die Spalte als Text. Als Wert braucht sie bloße Zahlen: 80 statt 80 %, 1234.5 statt 1,234.5.`,
    ),
  "duplicate-column": (found) =>
    found.count
      ? said(
          { file: found.file },
          `Insgesamt ${found.count} Spalten mussten nummeriert werden, erwartet waren eigene Namen; die letzte heißt hier ${found.value}. Umbenennen, um sie zu unterscheiden.`,
        )
      : said(
          found,
          `Erwartet war ein eigener Name, er kommt aber zweimal vor: Die spätere Spalte heißt hier ${found.value}. Eine von beiden umbenennen, um sie zu unterscheiden.`,
        ),
  "duplicate-name": (found) =>
    said(
      found,
      `Zwei Werte heißen ${found.value}, erwartet waren verschiedene Namen. Jeder braucht einen eigenen.`,
    ),
  "no-values-chosen": (found) =>
    said(
      found,
      "Keine Spalte wird als Wert verwendet, mindestens eine muss es sein. In der Tabelle eine wählen.",
    ),
  "bad-weight": (found) =>
    said(
      found,
      "Erwartet waren Gewichte über null, gefunden wurde keines. Eine andere Spalte als Gewicht wählen, oder keine.",
    ),
  "rows-dropped": (found) =>
    said(
      found,
      `${found.count} von ${found.expected} Zeilen ${found.count === 1 ? "entfällt" : "entfallen"}, weil in einer verwendeten Spalte eine Zahl fehlt oder unbrauchbar ist. Lücken füllen oder weniger Spalten verwenden.`,
    ),
  "summary-left-out": (found) =>
    said(
      found,
      `Erwartet war eine Antwort, gefunden ${found.count === 1 ? "eine Zeile, die die anderen zusammenfasst" : `${found.count} Zeilen, die die anderen zusammenfassen`} („${found.value}“). ${found.count === 1 ? "Sie entfällt; ist sie doch eine Antwort, dann trotzdem verwenden oder ihre" : "Sie entfallen; sind sie doch Antworten, dann trotzdem verwenden oder ihre"} Bezeichnung ändern.`,
    ),
  "summary-used": (found) =>
    said(
      found,
      `Erwartet war eine Antwort, gefunden ${found.count === 1 ? "eine Zeile, die die anderen zusammenzufassen scheint" : `${found.count} Zeilen, die die anderen zusammenzufassen scheinen`} („${found.value}“). ${found.count === 1 ? "Sie wird" : "Sie werden"} als Antwort verwendet; sonst hier weglassen.`,
    ),
  "bad-line": (found) =>
    found.count
      ? said(
          found,
          `Insgesamt ${found.count} Textzeilen sind keine Datensätze, erwartet war einer je Zeile. Sie entfallen. Die Datei noch einmal ausgeben, falls sie gebraucht werden.`,
        )
      : said(
          found,
          `Erwartet war ein Datensatz, gefunden „${found.value}“, was zu früh endet oder beschädigt ist. Die Zeile entfällt. Die Datei noch einmal ausgeben, falls sie gebraucht wird.`,
          "Textzeile",
        ),
  "cut-text": plain(
    "Erwartet war das Ende der Liste, der Text bricht aber ab. Die Datensätze davor werden verwendet. Die Datei noch einmal ausgeben, um alle zu haben.",
    "Textzeile",
  ),
  "bare-numbers": (found) =>
    said(
      found,
      `Erwartet waren Zahlen, gefunden ${found.count === 1 ? "an einer Stelle" : `an ${found.count} Stellen`} Pythons Zeichen für „keine Zahl“ und „unendlich“: als ${found.count === 1 ? "Lücke" : "Lücken"} gelesen. Die Lücken füllen oder weniger der Spalten verwenden, die welche haben.`,
    ),
  "cell-errors": (found) =>
    said(
      found,
      `Erwartet waren Zahlen, gefunden „${found.value}“${found.count === 1 ? "" : ` und Ähnliches in ${found.count} Zellen`}, wo eine Formel kein Ergebnis hat: als ${found.count === 1 ? "Lücke" : "Lücken"} gelesen. Die Formeln berichtigen, falls sie eines haben sollten.`,
    ),
  "too-many-values": (found) =>
    said(
      found,
      `${found.count} Spalten sind als Werte gewählt, erwartet sind höchstens ${found.expected}: Mehr lassen sich nicht zugleich abwägen. In der Tabelle weniger wählen.`,
    ),
  "too-many-columns": (found) =>
    said(
      found,
      `Gefunden wurden ${found.count} Spalten, erwartet höchstens ${found.expected}: eine Zeile je Antwort und eine Spalte je Wert. Nur die nötigen Werte ausgeben oder die Tabelle drehen.`,
    ),
  prose: (found) =>
    said(
      found,
      `Das ist ein Text („${found.value}“), erwartet war eine Tabelle mit einer Zeile je Antwort und einer Zahl für jeden Wert. Eine andere Datei wählen.`,
    ),
  "lfs-pointer": plain(
    "Das ist der Verweis, den Git LFS anstelle einer großen Datei hinterlässt, erwartet war die Datei selbst. In ihrem Repository „git lfs pull“ ausführen oder sie von dessen Seite herunterladen und dann diese Datei wählen.",
  ),
  pickle: (found) =>
    said(
      found,
      `Ein Python-Pickle führt beim Öffnen Code aus und wird hier deshalb nicht gelesen; erwartet war ${formatList("de")}. Seine Tabelle lässt sich in Python so speichern: ${unpickled(found.value)}.`,
    ),
  encrypted: plain(
    "Diese Parquet-Datei ist verschlüsselt, erwartet war eine, die sich ohne Schlüssel öffnen lässt. Unverschlüsselt noch einmal ausgeben.",
  ),
  "same-file": (found) =>
    said(
      found,
      `Erwartet waren verschiedene Dateien, die Antworten von ${found.value} ${found.count === 1 ? "sind" : `und anderen (${found.count} Dateien) sind`} aber doppelt da: Sie zählen einmal. Es ist nichts weiter zu tun.`,
    ),
  unreadable: plain(
    "Die Datei lässt sich nicht mehr lesen, erwartet war, dass sie so lange unverändert bleibt: Sie wurde verschoben, gelöscht oder geändert, oder sie ist ein Ordner. Noch einmal wählen.",
  ),
};
