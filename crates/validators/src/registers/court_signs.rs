//! Register signs of German courts and public prosecutors (`AktO` and the rules of procedure of the federal courts).

/// Signs that stand after a chamber number, by branch: civil, family and guardianship, inheritance, enforcement and
/// insolvency, criminal, labour, administrative, social, fiscal courts, the Bundessozialgericht until 1999, constitutional courts.
const SIGNS: [&str; 11] = [
    "C O U S T H OH AR ARs B ZR ZA ZB ZU Kap MK",
    "F FH UF WF UFH XVII XIV XVI X XV III Lw UR II",
    "VI IV",
    "M K L J IN IK IE N RES",
    "Js UJs Ls Ds Cs KLs Ks Ns Gs Qs Ss Ws OWi OWs StR StB ARP BJs BGs BRs VRs VRJs StVK Bew BwR Vollz AK Jug VAs KLsJ",
    "Ca BV Ga BVGa Ha Sa SaGa Ta TaBV AZR ABR AZN ABN AZB",
    "A B C D E G K L M N S ZU VR AV AE BN KN KE LB ZB",
    "AS SO R KR P AL VG SB U EG KG BK AY BL KA LW RA SF SV VE VS V VH VJ VU RE KO",
    "K V KO R B E KV",
    "RA RAr RJ RK RKa RKg RKn RLw RU RV REg RH BJ BH W",
    "BvR BvL BvE BvF BvQ BvM BvC BvB VfGH VerfGH GrS",
];

/// Signs that some courts write without a chamber in front.
const BARE_SIGNS: &str = "IN IK IE VI IV XVII";

/// Whether a court uses this sign after the number of a chamber.
pub(crate) fn is_sign(sign: &str) -> bool {
    SIGNS.iter().any(|branch| branch.split(' ').any(|known| known == sign))
}

/// Whether a court uses this sign without a chamber.
pub(crate) fn is_bare_sign(sign: &str) -> bool {
    BARE_SIGNS.split(' ').any(|known| known == sign)
}

/// Whether a criminal court writes this sign before the number of the public prosecutor.
pub(crate) fn precedes_prosecutor(sign: &str) -> bool {
    matches!(sign, "Ls" | "Ds" | "Cs" | "KLs" | "Ks" | "Ns" | "OWi")
}
