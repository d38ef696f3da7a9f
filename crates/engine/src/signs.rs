//! Signs: classes of words that tell something about the words beside them, or about the text.
//!
//! Which words belong to a class stands in `rules/names/signs/`. A word may be of several.

use std::ops::BitOrAssign;

macro_rules! signs {
    ($($(#[doc = $doc:literal])* $sign:ident $name:literal)*) => {
        /// A class of words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Sign {
            $($(#[doc = $doc])* $sign,)*
        }

        /// The names of the classes in the files, in the order of [`Sign`].
        pub(crate) const NAMES: [&str; [$($name),*].len()] = [$($name),*];
    };
}

signs! {
    /// Definite articles.
    Definite "definite"
    /// Indefinite articles. "An" is none: in German texts it is a preposition.
    Indefinite "indefinite"
    /// Prepositions with an article of things: people are "beim Otto" and "vom Otto".
    Contracted "contracted"
    /// Words that pick one of several, or none.
    AnyOf "any-of"
    /// Whoever writes.
    Writer "writer"
    /// Whoever writes, and those around them.
    We "we"
    /// What is the writer's, and of those around them.
    Mine "mine"
    /// What is somebody else's: "sein sohn piotr".
    Theirs "theirs"
    /// Words after which "Frau" is a woman, and the word behind it mostly no name.
    Woman "woman"
    /// Pronouns of one person, spoken of, as the subject of an age.
    SpokenOf "spoken-of"
    /// Words before somebody rather than something.
    ToSomebody "to-somebody"
    /// Words that join one person to another.
    Joining "joining"
    /// Words that begin a clause: "seit Rose im Heim ist".
    Conjunction "conjunction"
    /// Particles that join names. Others of the list are too common as words ("am", "auf der").
    JoiningParticle "joining-particle"
    /// Particles that follow another one: von der, van den.
    SecondParticle "second-particle"
    /// Salutations that are nothing else. The rest of the list are roles and foreign words.
    Salutation "salutation"
    /// Titles that are nothing else.
    Title "title"
    /// Words inside a title: Dr. rer. nat., Dr. h. c.
    TitlePart "title-part"
    /// Roles in the plural that people's names, or the ages of several in one bracket, follow.
    Several "several"
    /// Roles of courts and offices, which a surname follows without an article: "Richter Schäfer", "des Zeugen Koch".
    Official "official"
    /// Roles that only a name follows. Behind others a field of work may stand: "die Referentin Fundraising".
    Relation "relation"
    /// Public offices, at the end of longer words, too: Bundeskanzlerin.
    Office "office"
    /// Words before a name that is only spoken of, or a saint's: "Namen wie Anna", "called Anna".
    Mentioning "mentioning"
    /// Words before the name somebody was born with.
    Born "born"
    /// Labels, and headers of columns, that ask for somebody's name.
    NameLabel "name-label"
    /// The same for first names.
    FirstLabel "first-label"
    /// The same for last names.
    LastLabel "last-label"
    /// Headers of columns that hold names of people in a role.
    RoleColumn "role-column"
    /// Words before "name" that ask for one half of it.
    NameHalf "name-half"
    /// Closing words that mean something else inside a text.
    WeakClosing "weak-closing"
    /// Closings that a name follows on the same line.
    ShortClosing "short-closing"
    /// Words of possession that close a letter together with a name.
    OwnClosing "own-closing"
    /// Words right before a name in a quoted sentence where somebody tells their own: "heiße", "I'm", "me llamo",
    /// "m'appelle".
    SelfNaming "self-naming"
    /// Words that make a header something else: "Name der Organisation".
    OtherColumn "other-column"
    /// Words that begin a line of minutes that lists people.
    Attendance "attendance"
    /// Verbs that things and topics take too.
    WeakVerb "weak-verb"
    /// Verbs of people that follow a name more often than a thing.
    Doing "doing"
    /// Verbs whose object is somebody: "Ruf Thorsten an".
    Addressing "addressing"
    /// Verbs before "du" or "you" that ask somebody to do something for a person.
    Asking "asking"
    /// First names that begin English questions and orders.
    NameOrVerb "name-or-verb"
    /// First names that are German words, but need no article only as names.
    WordName "word-name"
    /// English first names that are virtues, flowers and the like, and rarely anything else in capitals.
    Virtue "virtue"
    /// First names of examples in English textbooks and in code.
    Everybody "everybody"
    /// People of the Bible and saints.
    Biblical "biblical"
    /// Surnames that are particles, too.
    ShortSurname "short-surname"
    /// Words that only look like a first name in the genitive: a legal database, jeans.
    NoOwner "no-owner"
    /// Words that, before a name, make it the name of a house, a firm or a storm. Many more do so behind it.
    House "house"
    /// The same, at the end of longer words, too: Universitätsklinikum, Elisabethkrankenhaus.
    HouseEnd "house-end"
    /// Words that, behind a name, make it the name of a street.
    Street "street"
    /// Animals that have names.
    Animal "animal"
    /// Works before the name of their author: "Roman von". In German texts only with a capital.
    Work "work"
    /// Works before the name of who is in them: "Lesung mit", "movie with".
    Show "show"
    /// English works, before their author and behind: "works of", "Austen's novel".
    EnglishWork "english-work"
    /// What else is somebody's by name: "written by", "style of".
    Authored "authored"
    /// What people at work, and in letters, write of their own world.
    Personal "personal"
    /// Names to choose from.
    NameOffer "name-offer"
    /// Words before "Namen" that ask for names to choose from.
    NameAdjective "name-adjective"
    /// What is counted in sums, and how.
    Sum "sum"
    /// Texts about the Bible and saints.
    Scripture "scripture"
    /// Pronouns of somebody spoken of.
    ThirdPerson "third-person"
    /// Units of an age.
    AgeUnit "age-unit"
    /// Units of an age that are something else where the text goes on: "Ida, 6 Wochen, schläft".
    Weeks "weeks"
    /// Words between a name and an age that is not reached yet: "Pauline, fast 15".
    Nearly "nearly"
    /// Forms of "to be" and "to become" whose subject is one person.
    Copula "copula"
    /// Words that may stand between such a verb and an age.
    BeforeAge "before-age"
    /// Words behind a bare number that is an age.
    BehindAge "behind-age"
    /// Numbers from two to ninety in one word.
    NumberWord "number-word"
    /// Words behind an age that say it is early or late for something: "mit 17 schon ausgezogen".
    EvenNow "even-now"
    /// Nouns that tell children apart by their age: "die Große", "unser Jüngster".
    ByAge "by-age"
    /// Letters for somebody's sex, as records have them.
    Sex "sex"
    /// Words that may stand between a name and a date of birth: "hat am".
    BesideBirth "beside-birth"
    /// Words of texts about births and birthdays.
    OfBirth "of-birth"
    /// Words of texts about children, whose dates of birth are young.
    OfChildren "of-children"
    /// Words right before an age in a record.
    AgeLabel "age-label"
    /// Words of texts that count something behind a name other than years.
    Counted "counted"
    /// What an ordinal number counts: "3. Sitzung", "4. Klasse".
    Ranked "ranked"
    /// Faiths, one of which is a first name, too: "Muslim, Hindu and Christian".
    Faith "faith"
    /// Words before a month: "seit August".
    BeforeMonth "before-month"
    /// Months: a day stands beside them, not an age, though some are first names: "Jan 12".
    Month "month"
    /// Words before a single letter with a full stop or colon that make it a person of a note: "Fallbesprechung L.:".
    Case "case"
    /// Words behind a role that make it one person even without an article: verbs in the singular, "mit" and "aus", a
    /// day, a room.
    Telegraphic "telegraphic"
    /// Verbs that tie "ich" to what follows.
    FirstPerson "first-person"
    /// What a role is only the first word of: "our volunteer recruitment policy".
    RoleCompound "role-compound"
    /// Words that turn what follows into a subject: "ich habe eine Frage zu Depressionen".
    About "about"
    /// Words between a role and the place it belongs to: "ein Junge aus meiner Gruppe".
    Belonging "belonging"
    /// Words that make a place, or a group of people, one the writer knows.
    Ours "ours"
}

/// The classes of one word, or of several together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Signs(u128);

const _: () = assert!(NAMES.len() <= u128::BITS as usize, "a set has no room for so many signs");

impl Signs {
    /// The classes of a list.
    pub(crate) const fn of(signs: &[Sign]) -> Self {
        let mut all = 0;
        let mut at = 0;
        while at < signs.len() {
            all |= 1 << signs[at] as u32;
            at += 1;
        }
        Self(all)
    }

    /// The set of the class with this place in [`NAMES`]; empty for places that no class has.
    pub(crate) fn numbered(number: u32) -> Self {
        Self(1u128.checked_shl(number).unwrap_or_default())
    }

    /// True when `sign` is one of them.
    #[inline]
    pub(crate) fn has(self, sign: Sign) -> bool {
        self.0 >> sign as u32 & 1 != 0
    }

    /// True when one of `others` is among them.
    #[inline]
    pub(crate) fn has_any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

impl BitOrAssign for Signs {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl FromIterator<Self> for Signs {
    fn from_iter<I: IntoIterator<Item = Self>>(signs: I) -> Self {
        let mut all = Self::default();
        signs.into_iter().for_each(|one| all |= one);
        all
    }
}
