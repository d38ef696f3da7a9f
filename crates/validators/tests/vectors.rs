//! Published and computed examples for every scheme that has a check: what must pass and what must not.

use leitplanke_validators::{Verdict, by_name};

/// Name, texts that are valid, texts that are invalid.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

fn assert_cases(cases: &[Case]) {
    for (name, valid, invalid) in cases {
        let ask = |text: &str| by_name(name).map(|validator| (validator.check)(text));
        for text in *valid {
            assert_eq!(ask(text), Some(Verdict::Valid), "{name}: {text}");
        }
        for text in *invalid {
            assert_eq!(ask(text), Some(Verdict::Invalid), "{name}: {text}");
        }
        for text in ["", " ", "-", "ä", "\u{1f600}", "0", "A"] {
            assert_eq!(ask(text), Some(Verdict::Invalid), "{name}: {text:?}");
        }
    }
}

#[test]
fn german_tax() {
    assert_cases(&[
        (
            "de-tax-id",
            &["23984715641", "81 433 762 354", "81.433.762\n354"],
            &["73650421197", "91876530423", "2398471564"],
        ),
        (
            "de-tax-number",
            &["2893029167505", "143/263/47966", "18/643/11298", "205/2607/1015", "013 279 99826"],
            &["9181027636262", "6133014212347", "143/263/47967"],
        ),
        (
            "de-vat-id",
            &["DE135289611", "DE 943 393 009", "de135289611"],
            &["DE602411168", "DEO83547238", "AT135289611"],
        ),
    ]);
}

#[test]
fn german_social_insurance() {
    assert_cases(&[
        ("de-social-security", &["12100747X404", "12 140870 H 372"], &["52240804A924", "00241156Z192"]),
        ("de-health-insurance", &["J225998250", "Z 196 910 583"], &["W592491030", "7568057575"]),
        ("de-ik", &["441537738", "661 605 957"], &["660575892", "260O51994"]),
        ("de-lanr", &["956578010", "556334651"], &["784880208", "907172934"]),
    ]);
}

#[test]
fn german_documents() {
    assert_cases(&[
        ("de-id-card", &["LK47RTNXY4", "PY2THCCZN7", "L01X00T471"], &["LHR2HW7PN0", "BGP9ZKHV66"]),
        ("de-passport", &["HYYRFP9XK6", "K0896LC129", "C01X00T478"], &["KXVY6L3R77", "K503OHR1V5"]),
        ("de-driver-license", &["H491S2J2B12", "K832DM6GB75"], &["C08013Y5E05", "S850VGK3311"]),
        (
            "mrz",
            &[
                "IDD<<T4209GJPV9<<<<<<<<<<<<<<<\n5906244<2808071D<<2108<<<<<<<7\nBEISPIEL<<ANNA<LENA<<<<<<<<<<<",
                "IDD<<XVNX73FYK9<<<<<<<<<<<<<<<\n6806178<3012268D<<2108<<<<<<<1\nPROBE<<MEHMET<<<<<<<<<<<<<<<<<",
                "P<D<<BEISPIEL<<ANNA<LENA<<<<<<<<<<<<<<<<<<<<\nKYP04W65M0D<<9605051<2706177<<<<<<<<<<<<<<<8",
                "P<D<<PROBE<<MEHMET<<<<<<<<<<<<<<<<<<<<<<<<<<\nF3MGVC0X13D<<0205263F2912039<<<<<<<<<<<<<<<2",
            ],
            &[
                "IDD<<MRCL1GR0N5<<<<<<<<<<<<<<<\n9911282<2911227D<<2108<<<<<<<0\nBEISPIEL<<ANNA<LENA<<<<<<<<<<<",
                "IDD<<VHV48Z57J4<<<<<<<<<<<<<<<\n9409189<3012198D<<2108<<<<<<<3\nPROBE<<MEHMET<<<<<<<<<<<<<<<<<",
                "P<D<<BEISPIEL<<ANNA<LENA<<<<<<<<<<<<<<<<<<<<\nJLZV63KF59D<<8501101F3002050<<<<<<<<<<<<<<<9",
                "P<D<<PROBE<<MEHMET<<<<<<<<<<<<<<<<<<<<<<<<<<\nC04RW2P9P2D<<7009197F2911032<<<<<<<<<<<<<<<0",
            ],
        ),
    ]);
}

#[test]
fn accounts_and_cards() {
    assert_cases(&[
        (
            "iban",
            &["DE93 2343 9684 7792 3137 37", "DE39745086516734574271"],
            &["DE18 6032 4281 7557 8491 13", "AT88 0753 6015 7577 2455", "DE36ZZZ00099519187"],
        ),
        (
            "sepa-creditor-id",
            &["DE36ZZZ00099519187", "DE74 ZZZ 04957893095"],
            &["DE31ZZZ08025929286", "DE53ZZZ20721318010", "DE93234396847792313737"],
        ),
        ("rf-reference", &["RF82963963864203709", "RF05 7542 8980 7727"], &["RF0637956218773", "RF8086111316283992"]),
        ("bic", &["LTFZDEFF", "WPQLDEFFXXX"], &["LMLVDEF", "XCJWDEFFXX"]),
        ("credit-card", &["4242423625878735", "5555 5578 5724 1613"], &["4242426458587613", "5555552883299637"]),
        ("imei", &["864730004254576", "35-213992-641266-9"], &["998412432946608", "998180320244966"]),
    ]);
}

#[test]
fn crypto_addresses() {
    assert_cases(&[
        (
            "btc-address",
            &[
                "3GXY3LHBUXxX5HFYxdFr4DD33ko8viSQ29",
                "1CrkijpL8i6KRGVXod3633R1nhzW2BR1FQ",
                "bc1qaran27f2ss95lp0gqgt4pcren0tw9v55zru0kq",
                "bc1q2y4xaglgs46h772upe3qckw2s8dj4c9qgwurdd",
            ],
            &[
                "12jdv7ffZPfZDrhM2eVbFB2EGZciLo4n3P",
                "15n7Re0Bkaxr13CEh4pnQXDSSZd8rnt41p",
                "bc1qc6l96amygjczzag5vf9pueuu6m8ztr09mftlr9",
                "bc1qx0lkd86h9l4g8kw4asgm0gssc6pnv2x0g2nmq3",
            ],
        ),
        (
            "eth-address",
            &["0xcb967CF9f7F6cF34f5e9569Dc0B7E34bfe766b08", "0x287EA9aa869D4368ccae9aE024Bbe41d7748A31A"],
            &["0x0284B63E0FbC03Ed0e6DDd1F3F8d9C3180C8306E", "0xFB5bc873A299fbde5aDe50126471178E9EFa1fE"],
        ),
    ]);
}

#[test]
fn austria_and_switzerland() {
    assert_cases(&[
        ("at-ssn", &["3848110964", "8366 220303"], &["3954200742", "0879080144"]),
        ("at-vat-id", &["ATU78903199", "AT U29662255"], &["ATU07281663", "ATX54657189"]),
        ("at-tax-number", &["815758107", "09-470/3477"], &["294285300", "864609266"]),
        ("ch-ahv", &["7569105739176", "756.3722.6814.05"], &["7569825984192", "7579340228014"]),
        ("ch-uid", &["CHE427966943", "CHE-877.665.888", "CHE-877.665.888 MWST"], &["CHE954178053", "CHE631120490"]),
    ]);
}

#[test]
fn other_countries() {
    assert_cases(&[
        ("us-ssn", &["166-68-8164", "029-64-3508"], &["666-37-1354", "219-09-9999"]),
        ("uk-nino", &["SP 49 63 65 D", "BB238232C"], &["BG822105B", "SW348344E", "QQ123456C"]),
        ("uk-nhs", &["6250421645", "518 509 4923"], &["7532857990", "6191568858"]),
        ("fr-nir", &["182102841313874", "2 65 03 71 275 984 65"], &["276065610988218", "541033119792517"]),
        ("nl-bsn", &["139037378", "4076.64.889"], &["614018251", "833509510"]),
        ("pl-pesel", &["73091295121", "01290374268"], &["41110577919", "77131573600"]),
        ("es-dni", &["30008815W", "78522621-T"], &["21680678H", "41545099Z"]),
        ("es-nie", &["Y9152966S", "X-8637648-K"], &["X58761880", "W0792312J"]),
        ("it-fiscal-code", &["FFMBSS99B16E485R", "ZSNPSB68L64H603E"], &["BCMGLD67M51H415F", "CZZMSV40F13C075V"]),
    ]);
}

#[test]
fn publications() {
    assert_cases(&[
        (
            "isbn",
            &["9783985099597", "978-3-702-45850-8", "4832715941", "758132348X"],
            &["9780620473713", "9780994455325", "2205134540", "8665957931"],
        ),
        ("issn", &["8878-0740", "0345-8466"], &["7648-3399", "1767-5175"]),
        ("orcid", &["0000-0002-1320-151X", "0000-0001-6016-2309"], &["0000-0002-0162-2377", "0000-0002-1210-3486"]),
    ]);
}
