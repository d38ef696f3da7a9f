//! The table of all validators.

use crate::bank::{account, card, reference};
use crate::contact::{coordinates, german_phone, network, phone, postcode};
use crate::countries::{
    austria, balkans, britain, czechia, eastern, france, italy, low_countries, nordic, spain, switzerland,
    united_states,
};
use crate::crypto::{bitcoin, ethereum};
use crate::registers::{case_number, commercial, migration, welfare};
use crate::validator::Validator;
use crate::{calendar, documents, encoded, mrz, plates, publications, secrets, social, tax, tax_number, vehicles};

/// Name and check, then what is checked in German and English.
macro_rules! table {
    ($($name:literal => $check:path: $german:literal, $english:literal;)*) => {
        &[$(Validator { name: $name, german: $german, english: $english, check: $check }),*]
    };
}

/// Sorted by name, so that a name is found by binary search.
pub(crate) static ALL: &[Validator] = table! {
    "arxiv" => publications::arxiv:
        "Artikelnummer von arXiv mit einem Monat, den es gibt (Kennungen von arXiv)",
        "arXiv article number with an existing month (arXiv identifier scheme)";
    "at-license-plate" => plates::austrian_plate:
        "Österreichisches Kennzeichen, Behördenkürzel (KFG § 48, KDV Anlage 4)",
        "Austrian licence plate, district code (KFG § 48, KDV annex 4)";
    "at-ssn" => austria::social_security:
        "Österreichische Sozialversicherungsnummer, Prüfziffer und Datum (ASVG § 31)",
        "Austrian Sozialversicherungsnummer, check digit and date (ASVG § 31)";
    "at-tax-number" => austria::tax_number:
        "Österreichische Abgabenkontonummer, Prüfziffer (BMF)",
        "Austrian Abgabenkontonummer, check digit (BMF)";
    "at-vat-id" => austria::vat_id:
        "Österreichische USt-IdNr., Prüfziffer (BMR Art. 28)",
        "Austrian USt-IdNr, check digit (BMR Art. 28)";
    "bamf-number" => migration::bamf_number:
        "Aktenzeichen des BAMF, Länderschlüssel (Statistisches Bundesamt)",
        "BAMF reference, country key (Statistisches Bundesamt)";
    "be-nn" => low_countries::national_register:
        "Belgische Registernummer, Modulo 97 und Datum (Königlicher Erlass von 1984)",
        "Belgian register number, modulo 97 and date (Royal Decree 1984)";
    "bg-egn" => balkans::bulgarian:
        "Bulgarische EGN, Prüfziffer und Datum (Verordnung RD-02-20-9)",
        "Bulgarian EGN, check digit and date (Ordinance RD-02-20-9)";
    "bic" => account::bic:
        "Bankkennung BIC mit einem Land nach ISO (ISO 9362)",
        "Business identifier code with an ISO country (ISO 9362)";
    "birth-date" => calendar::birth_date:
        "Kalendertag von 1900 bis 2030 in deutscher, englischer oder ISO-Schreibweise",
        "Calendar day from 1900 to 2030 in German, ISO or English form";
    "btc-address" => bitcoin::btc_address:
        "Bitcoin-Adresse, Base58Check oder Bech32 (BIP 173, BIP 350)",
        "Bitcoin address, Base58Check or Bech32 (BIP 173, BIP 350)";
    "ch-ahv" => switzerland::ahv:
        "Schweizer AHV-Nummer, Prüfziffer nach EAN-13 (AHVV Art. 133)",
        "Swiss AHV number, EAN-13 check digit (AHVV Art. 133)";
    "ch-license-plate" => plates::swiss_plate:
        "Schweizer Kontrollschild, Kanton (VTS Anhang 2)",
        "Swiss licence plate, canton (VTS annex 2)";
    "ch-uid" => switzerland::uid:
        "Schweizer UID von Unternehmen, Prüfziffer (UIDG Art. 4)",
        "Swiss UID of companies, check digit (UIDG Art. 4)";
    "ch-zemis" => migration::zemis_number:
        "Schweizer ZEMIS-Nummer, nur die Form (SEM)",
        "Swiss ZEMIS number of foreigners, shape only (SEM)";
    "credit-card" => card::credit_card:
        "Kartennummer, Bereich des Herausgebers und Luhn-Prüfziffer (ISO/IEC 7812-1)",
        "Payment card number, issuer range and Luhn (ISO/IEC 7812-1)";
    "cz-rodne-cislo" => czechia::birth_number:
        "Tschechische und slowakische Geburtsnummer, Modulo 11 und Datum (Gesetz 133/2000)",
        "Czech and Slovak birth number, modulo 11 and date (Act 133/2000)";
    "date" => calendar::date:
        "Kalendertag in deutscher, englischer oder ISO-Schreibweise",
        "Calendar day in German, ISO or English form";
    "de-azr" => migration::azr_number:
        "Nummer im Ausländerzentralregister, Tag der Eintragung (AZRG § 3)",
        "Number in the Ausländerzentralregister, date of entry (AZRG § 3)";
    "de-bank-code" => account::bank_code:
        "Bankleitzahl, nur die Form (Deutsche Bundesbank)",
        "Bankleitzahl, shape only (Deutsche Bundesbank)";
    "de-benefit-bg" => welfare::benefit_unit:
        "Nummer einer Bedarfsgemeinschaft, nur die Form (SGB II § 51a)",
        "Number of a Bedarfsgemeinschaft, shape only (SGB II § 51a)";
    "de-bsnr" => social::practice:
        "Betriebsstättennummer, nur die Form (SGB V § 75)",
        "Betriebsstättennummer, shape only (SGB V § 75)";
    "de-business-id" => tax::business_id:
        "Wirtschafts-Identifikationsnummer (AO § 139c)",
        "Wirtschafts-Identifikationsnummer (AO § 139c)";
    "de-case-number" => case_number::case_number:
        "Aktenzeichen eines Gerichts oder einer Behörde, Registerzeichen und Jahr (AktO)",
        "Court or office reference, register sign and year (AktO)";
    "de-commercial-register" => commercial::commercial_register:
        "Registernummer, nur die Form (HGB § 9, BGB § 79)",
        "Register number, shape only (HGB § 9, BGB § 79)";
    "de-customer-number-ba" => welfare::customer_number:
        "Kundennummer der Bundesagentur für Arbeit, nur die Form (SGB II § 51a)",
        "Kundennummer of the BA, shape only (SGB II § 51a)";
    "de-driver-license" => documents::driver_license:
        "Deutscher Führerschein, Prüfzeichen (FeV Anlage 8)",
        "German driving licence, check character (FeV annex 8)";
    "de-health-insurance" => social::health_insurance:
        "Krankenversichertennummer, Prüfziffer (SGB V § 290)",
        "Krankenversichertennummer, check digit (SGB V § 290)";
    "de-id-card" => documents::id_card:
        "Personalausweis oder Aufenthaltstitel, Prüfziffer nach ICAO (PAuswG § 5)",
        "German identity card or residence permit, ICAO check digit (PAuswG § 5)";
    "de-ik" => social::institution:
        "Institutionskennzeichen, Prüfziffer (SGB V § 293)",
        "Institutionskennzeichen, check digit (SGB V § 293)";
    "de-lanr" => social::physician:
        "Lebenslange Arztnummer, Prüfziffer (SGB V § 75, KBV)",
        "Lebenslange Arztnummer, check digit (SGB V § 75, KBV)";
    "de-license-plate" => plates::german_plate:
        "Deutsches Kennzeichen, Verzeichnis der Unterscheidungszeichen (FZV § 9)",
        "German licence plate, district code register (FZV § 9)";
    "de-passport" => documents::passport:
        "Deutscher Reisepass, Prüfziffer nach ICAO (PassG § 4)",
        "German passport, ICAO check digit (PassG § 4)";
    "de-postcode-city" => postcode::postcode_city:
        "Postleitzahl in einer vergebenen Region mit Ort (Deutsche Post)",
        "Postcode in an assigned region and city (Deutsche Post)";
    "de-social-security" => social::social_security:
        "Rentenversicherungsnummer, Prüfziffer (SGB VI § 147)",
        "Rentenversicherungsnummer, check digit (SGB VI § 147)";
    "de-tax-id" => tax::tax_id:
        "Steuer-Identifikationsnummer, Muster der Ziffern und Prüfziffer (AO § 139b)",
        "Steuer-Identifikationsnummer, digit pattern and check digit (AO § 139b)";
    "de-tax-number" => tax_number::tax_number:
        "Steuernummer aller Länder, Prüfziffer (ELSTER)",
        "Steuernummer of all Länder, check digit (ELSTER)";
    "de-vat-id" => tax::vat_id:
        "Deutsche USt-IdNr., Prüfziffer nach ISO 7064 (UStG § 27a)",
        "German USt-IdNr, ISO 7064 check digit (UStG § 27a)";
    "dk-cpr" => nordic::danish:
        "Dänische CPR-Nummer, Datum und Modulo 11 (CPR-loven § 3)",
        "Danish CPR number, date and modulo 11 (CPR-loven § 3)";
    "doi" => publications::doi:
        "Digitale Objektkennung, Form ohne die Präfixe für Beispiele (ISO 26324)",
        "Digital object identifier, shape without example prefixes (ISO 26324)";
    "encoded-order" => encoded::encoded_order:
        "Base64 oder Hexadezimalziffern, die sich als Befehl an eine KI lesen (RFC 4648)",
        "Base64 or hexadecimal digits that read as an order to an AI (RFC 4648)";
    "entropy-3" => secrets::entropy_3:
        "Mindestens 3,0 Bit Shannon-Entropie je Zeichen, 2,49 bei Hexadezimalziffern",
        "At least 3.0 bits of Shannon entropy per character, 2.49 for hexadecimal digits";
    "entropy-3-5" => secrets::entropy_3_5:
        "Mindestens 3,5 Bit Shannon-Entropie je Zeichen, 2,905 bei Hexadezimalziffern",
        "At least 3.5 bits of Shannon entropy per character, 2.905 for hexadecimal digits";
    "entropy-4" => secrets::entropy_4:
        "Mindestens 4,0 Bit Shannon-Entropie je Zeichen, 3,32 bei Hexadezimalziffern",
        "At least 4.0 bits of Shannon entropy per character, 3.32 for hexadecimal digits";
    "es-dni" => spain::dni:
        "Spanische DNI, Prüfbuchstabe (RD 1553/2005)",
        "Spanish DNI, check letter (RD 1553/2005)";
    "es-nie" => spain::nie:
        "Spanische NIE für Ausländerinnen und Ausländer, Prüfbuchstabe (RD 557/2011)",
        "Spanish NIE of foreigners, check letter (RD 557/2011)";
    "eth-address" => ethereum::eth_address:
        "Ethereum-Adresse, Prüfsumme in Groß- und Kleinschreibung (EIP-55)",
        "Ethereum address, mixed-case checksum (EIP-55)";
    "fi-hetu" => nordic::finnish:
        "Finnische henkilötunnus, Prüfzeichen und Datum (Verordnung 128/2010)",
        "Finnish henkilötunnus, check character and date (Decree 128/2010)";
    "fr-nir" => france::registration:
        "Französische NIR, Schlüssel Modulo 97 (INSEE)",
        "French NIR, key modulo 97 (INSEE)";
    "geo-coordinates" => coordinates::geo_coordinates:
        "Position, genau bis auf ein Haus (WGS 84, ISO 6709)",
        "Position precise to a house (WGS 84, ISO 6709)";
    "github-token" => secrets::github_token:
        "Zugangstoken von GitHub, CRC-32 (Format von 2021)",
        "GitHub access token, CRC-32 (GitHub token format of 2021)";
    "gr-amka" => balkans::greek:
        "Griechische AMKA, Luhn-Prüfziffer und Datum (Gesetz 3655/2008)",
        "Greek AMKA, Luhn and date (Law 3655/2008)";
    "hr-oib" => balkans::croatian:
        "Kroatische OIB, Prüfziffer nach ISO 7064 (OIB-Gesetz)",
        "Croatian OIB, ISO 7064 check digit (OIB Act)";
    "iban" => account::iban:
        "Kontonummer IBAN, Form des Landes und Modulo 97 (ISO 13616)",
        "Bank account number, country shape and modulo 97 (ISO 13616)";
    "imei" => card::imei:
        "Gerätenummer eines Mobiltelefons, Luhn-Prüfziffer (3GPP TS 23.003)",
        "Mobile phone number of the device, Luhn (3GPP TS 23.003)";
    "ipv4-public" => network::ipv4_public:
        "IPv4-Adresse außerhalb der privaten und besonderen Bereiche (IANA)",
        "IPv4 address outside private and special ranges (IANA)";
    "ipv6-public" => network::ipv6_public:
        "IPv6-Adresse außerhalb der privaten und besonderen Bereiche (IANA)",
        "IPv6 address outside private and special ranges (IANA)";
    "isbn" => publications::isbn:
        "Buchnummer mit 10 oder 13 Ziffern, Prüfziffer (ISO 2108)",
        "Book number with 10 or 13 digits, check digit (ISO 2108)";
    "issn" => publications::issn:
        "Nummer einer Zeitschrift, Prüfziffer (ISO 3297)",
        "Serial number, check digit (ISO 3297)";
    "it-fiscal-code" => italy::fiscal_code:
        "Italienischer codice fiscale, Prüfbuchstabe und Datum (D.M. 23/12/1976)",
        "Italian codice fiscale, check letter and date (D.M. 23/12/1976)";
    "jwt" => secrets::jwt:
        "JSON Web Token mit lesbarem Kopf (RFC 7519)",
        "JSON Web Token with a readable header (RFC 7519)";
    "luhn" => card::luhn:
        "Beliebige Nummer mit Luhn-Prüfziffer (ISO/IEC 7812-1)",
        "Any number with a Luhn check digit (ISO/IEC 7812-1)";
    "mac" => network::mac:
        "Hardware-Adresse einer Netzwerkkarte (IEEE 802)",
        "Hardware address of a network card (IEEE 802)";
    "mrz" => mrz::mrz:
        "Maschinenlesbare Zone eines Ausweises, Prüfziffern (ICAO Doc 9303)",
        "Machine-readable zone, check digits (ICAO Doc 9303)";
    "nl-bsn" => low_countries::citizen_service:
        "Niederländische BSN, Elferprobe (Wabb)",
        "Dutch BSN, eleven test (Wabb)";
    "no-fnr" => nordic::norwegian:
        "Norwegische fødselsnummer, zwei Prüfziffern und Datum (Folkeregisterforskriften)",
        "Norwegian fødselsnummer, two check digits and date (Folkeregisterforskriften)";
    "orcid" => publications::orcid:
        "Kennung von Forschenden, Prüfzeichen nach ISO 7064 (ISO 27729)",
        "Researcher identifier, ISO 7064 check character (ISO 27729)";
    "phone-at" => phone::phone_at:
        "Österreichische Telefonnummer (Nummernplan der RTR)",
        "Austrian telephone number (RTR numbering plan)";
    "phone-ch" => phone::phone_ch:
        "Telefonnummer der Schweiz oder Liechtensteins (Nummernplan des BAKOM)",
        "Telephone number of Switzerland or Liechtenstein (OFCOM numbering plan)";
    "phone-de" => german_phone::phone_de:
        "Deutsche Telefonnummer (Nummernplan der Bundesnetzagentur)",
        "German telephone number (Bundesnetzagentur numbering plan)";
    "phone-international" => phone::phone_international:
        "Telefonnummer mit Ländervorwahl (ITU-T E.164)",
        "Telephone number with country code (ITU-T E.164)";
    "pl-pesel" => eastern::polish:
        "Polnische PESEL, Prüfziffer und Datum (Gesetz über das Melderegister)",
        "Polish PESEL, check digit and date (Population Register Act)";
    "rf-reference" => reference::rf_reference:
        "Zahlungsreferenz, Modulo 97 (ISO 11649)",
        "Creditor reference, modulo 97 (ISO 11649)";
    "ro-cnp" => balkans::romanian:
        "Rumänische CNP, Prüfziffer, Datum und Kreis (Gesetz 105/1996)",
        "Romanian CNP, check digit, date and county (Law 105/1996)";
    "rs-jmbg" => balkans::serbian:
        "Bürgernummer Serbiens und seiner Nachbarn, Prüfziffer und Datum (JMBG)",
        "Citizen number of Serbia and its neighbours, check digit and date (JMBG)";
    "se-personnummer" => nordic::swedish:
        "Schwedische personnummer, Luhn-Prüfziffer und Datum (Folkbokföringslagen § 18)",
        "Swedish personnummer, Luhn and date (Folkbokföringslagen § 18)";
    "sepa-creditor-id" => reference::creditor_id:
        "Gläubiger-Identifikationsnummer, Modulo 97 (EPC AT-02)",
        "Gläubiger-Identifikationsnummer, modulo 97 (EPC AT-02)";
    "tr-tckn" => eastern::turkish:
        "Türkische Identitätsnummer, zwei Prüfziffern (NVI)",
        "Turkish identity number, two check digits (NVI)";
    "ua-rntrc" => eastern::ukrainian:
        "Ukrainische Steuernummer, Prüfziffer und Geburtstag (Steuergesetzbuch Art. 70)",
        "Ukrainian taxpayer number, check digit and birth day (Tax Code art. 70)";
    "uk-nhs" => britain::health_service:
        "Britische NHS-Nummer, Modulo 11 (NHS Data Dictionary)",
        "NHS number, modulo 11 (NHS Data Dictionary)";
    "uk-nino" => britain::national_insurance:
        "Britische National-Insurance-Nummer, vergebenes Präfix (HMRC NIM39110)",
        "National Insurance number, allocated prefix (HMRC NIM39110)";
    "us-ssn" => united_states::social_security:
        "Sozialversicherungsnummer der USA, vergebene Bereiche (SSA RM 10201.030)",
        "US Social Security number, assigned ranges (SSA RM 10201.030)";
    "vin" => vehicles::vin:
        "Fahrzeug-Identifizierungsnummer, Prüfziffer als Zugabe (ISO 3779, 49 CFR 565)",
        "Vehicle identification number, check digit as a bonus (ISO 3779, 49 CFR 565)";
};
