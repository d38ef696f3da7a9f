//! The words that make a number an age, and those that make it something else, folded.

/// Units of an age, folded.
pub(super) const UNITS: [&str; 12] =
    ["jahre", "jahr", "jahren", "j", "years", "year", "yrs", "yr", "yo", "monate", "months", "lenze"];

/// Forms of "to be" and "to become" whose subject is one person.
pub(super) const COPULAS: [&str; 13] =
    ["ist", "wird", "wurde", "war", "werde", "bin", "is", "was", "turns", "turned", "becomes", "turning", "isch"];

/// Words that may stand between such a verb and an age.
pub(super) const FILLERS: [&str; 72] = [
    "am",
    "heute",
    "gestern",
    "morgen",
    "jetzt",
    "nun",
    "schon",
    "erst",
    "gerade",
    "bald",
    "fast",
    "knapp",
    "genau",
    "inzwischen",
    "mittlerweile",
    "auch",
    "dann",
    "naechste",
    "naechsten",
    "naechstes",
    "kommenden",
    "kommende",
    "diese",
    "dieses",
    "diesen",
    "woche",
    "monat",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "stolze",
    "im",
    "juli",
    "mai",
    "juni",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "only",
    "just",
    "now",
    "nearly",
    "almost",
    "already",
    "still",
    "about",
    "on",
    "this",
    "today",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "next",
    "week",
    "month",
    "year",
    "jahr",
    "halt",
    "ja",
];

/// Words behind a bare number that is an age.
pub(super) const GOES_ON: [&str; 26] = [
    "und",
    "and",
    "geworden",
    "now",
    "today",
    "heute",
    "this",
    "next",
    "aber",
    "but",
    "so",
    "jetzt",
    "already",
    "soon",
    "when",
    "als",
    "tomorrow",
    "alt",
    "old",
    "who",
    "gworden",
    "on",
    "am",
    "in",
    "yesterday",
    "gestern",
];

/// Pronouns of one person, spoken of.
pub(super) const PRONOUNS: [&str; 10] = ["er", "sie", "he", "she", "who", "der", "die", "s", "they", "dieser"];

/// Words right before an age in a record.
pub(super) const LABELS: [&str; 5] = ["aged", "age", "alter", "ages", "lebensalter"];

/// Words that make the role behind them one person's.
pub(super) const SINGLING: [&str; 30] = [
    "mein", "meine", "meinem", "meinen", "meiner", "meines", "unser", "unsere", "unserem", "unseren", "unserer",
    "sein", "seine", "seinem", "seinen", "seiner", "ihr", "ihre", "ihrem", "ihren", "ihrer", "my", "our", "his", "her",
    "their", "der", "die", "dem", "den",
];

/// Several children whose ages may stand in one bracket.
pub(super) const CHILDREN: [&str; 9] =
    ["kinder", "kindern", "kids", "children", "toechter", "toechtern", "soehne", "soehnen", "geschwister"];

/// Words of texts that count something behind a name other than years.
pub(super) const COUNTED: [&str; 14] = [
    "stunden",
    "std",
    "stunde",
    "hours",
    "hour",
    "euro",
    "eur",
    "punkte",
    "points",
    "tore",
    "goals",
    "stimmen",
    "votes",
    "kilometer",
];

/// Words behind a number with a dot, which make it a day, a place or a class.
pub(super) const ORDINAL: [&str; 25] = [
    "januar",
    "jaenner",
    "februar",
    "maerz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
    "jan",
    "feb",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "okt",
    "nov",
    "dez",
    "platz",
    "klasse",
];
