//! The tools of the house.

use leitplanke_finding::DataClass;
use leitplanke_rules::yaml::{Choice, List, Text};

use super::{Day, Profile};

leitplanke_rules::record! {
    /// An AI tool that people here use.
    pub(crate) struct ToolSpec {
        /// Where its texts go: local, eu, third-country, consumer or shadow.
        required "profile" profile: Choice<Profile> => "Wohin seine Texte gehen: local, eu, third-country, consumer oder shadow.",
        /// A remark for readers: contract, plan, who to ask.
        optional "note" note: Text,
        /// Purposes for which certain data may go there although the table says no; each lowers the light by one step.
        optional "approved" approved: List<ApprovalSpec>,
    }

    /// A purpose for which certain data may go to a tool.
    pub(crate) struct ApprovalSpec {
        /// The kind of data: internal, personal or sensitive.
        optional "data_class" data_class: Choice<DataClass>,
        /// The group of rules, instead of a kind of data.
        optional "group" group: Text,
        /// What for.
        required "purpose" purpose: Text => "Wofür.",
        /// Why that is in order: contract, assessment, undertaking of secrecy.
        required "reason" reason: Text => "Warum das in Ordnung ist: Vertrag, Folgenabschätzung, Verpflichtung zur Verschwiegenheit.",
        /// Who approved it.
        required "by" by: Text => "Wer das freigegeben hat.",
        /// Last day of the approval.
        optional "until" until: Day,
    }
}
