use super::*;

#[test]
fn forms_go_and_names_stay() {
    for (name, expect) in [
        ("Mill GmbH", "mill"),
        ("MILL, gmbh", "mill"),
        ("Mill,Inc.", "mill"),
        ("Mill S.A.", "mill"),
        ("Mill S. A.", "mill"),
        ("Mill sp. z o.o.", "mill"),
        ("Mill Sp.z o.o.", "mill"),
        ("Mill GmbH & Co. KG", "mill"),
        ("Mill SE & Co. KGaA", "mill"),
        ("Mill UG (haftungsbeschränkt)", "mill"),
        ("Mill Pty Ltd", "mill"),
        ("Mill s.r.o.", "mill"),
        ("Mill A/S", "mill"),
        ("Mill d.o.o.", "mill"),
        ("Mill S.A. de C.V.", "mill"),
        ("Mühle OÜ", "muhle"),
        ("The Mill & Sons Co., Ltd.", "mill sons"),
        ("Mill Holding AG", "mill holding"),
        ("Bread in C.", "bread in c"),
        ("GmbH", "gmbh"),
        ("SE", "se"),
        ("The", "the"),
        ("…", ""),
        ("", ""),
    ] {
        assert_eq!(words(name), expect, "{name}");
    }
}

#[test]
fn sentences_leave_out_only_what_is_written_as_a_form() {
    for (name, expect) in [
        ("Mill GmbH & Co. KG", "Mill"),
        ("Mill, Inc.", "Mill"),
        ("Mill & Co. KG", "Mill & Co."),
        ("Mill & Co.", "Mill & Co."),
        ("Mill S.p.A.", "Mill"),
        ("Harbour Spa", "Harbour Spa"),
        ("Vogelschutz e.V.", "Vogelschutz"),
        ("Mill Group", "Mill Group"),
        ("AG", "AG"),
    ] {
        assert_eq!(without_form(name), expect, "{name}");
    }
}

#[test]
fn an_end_tells_a_company_where_it_is_no_other_word() {
    for text in [
        "Mill AG",
        "mill gmbh",
        "Mill S.p.A.",
        "Mill AS",
        "Hafen e.V.",
        "Mill Sp. z o.o.",
    ] {
        assert!(has_form(text), "{text}");
    }
    for text in ["worked as", "jour ou", "GmbH", "Baker in C", "Mill", ""] {
        assert!(!has_form(text), "{text}");
    }
    assert!(is_form_word("Inc.,"));
    assert!(!is_form_word("as"));
    assert!(is_kind_word("Gruppe") && !is_kind_word("GmbH"));
}

#[test]
fn one_company_has_many_spellings() {
    for (one, other, same) in [
        ("Mill & Sons", "Mill and Sons Ltd.", true),
        ("Klinikum Lindenau gGmbH", "Klinikum Lindenau", true),
        ("Harbour", "Harbour Lights Inc.", true),
        ("Kellogg's Bakery", "Kelloggs Bakery", true),
        ("Mill", "Hill", false),
        ("", "Mill", false),
        ("", "", false),
        ("AB", "AB Foods", false),
    ] {
        assert_eq!(is_same(one, other), same, "{one} {other}");
        assert_eq!(is_same(other, one), same, "{other} {one}");
    }
}

/// Keys that databases hold.
#[test]
fn keys_stay_as_they_are() {
    for (name, expect) in [
        ("Crumb & Crust GmbH", "crumbcrust"),
        ("The Crumb and Crust", "crumbcrust"),
        ("Crumb et Crust SAS", "crumbcrust"),
        ("Crumb GmbH & Co. KG", "crumb"),
        ("Crumb SE & Co. KGaA", "crumbsecokgaa"),
        ("Crumb AG", "crumb"),
        ("Crumb S.A.", "crumb"),
        ("Crumb s.a.", "crumbsa"),
        ("Crumb S.A.S.", "crumb"),
        ("Crumb S.L.", "crumb"),
        ("Crumb S.L.U.", "crumb"),
        ("Crumb B.V.", "crumb"),
        ("Crumb N.V.", "crumbnv"),
        ("Crumb SpA", "crumb"),
        ("Crumb S.p.A.", "crumbspa"),
        ("Crumb Srl", "crumb"),
        ("Crumb S.r.l.", "crumbsrl"),
        ("Crumb Sp. z o.o.", "crumb"),
        ("Crumb s.r.o.", "crumbsro"),
        ("Crumb d.o.o.", "crumbdoo"),
        ("Crumb Kft.", "crumb"),
        ("Crumb Zrt", "crumb"),
        ("Crumb Oyj", "crumb"),
        ("Crumb ApS", "crumb"),
        ("Crumb A/S", "crumbas"),
        ("Crumb AS", "crumb"),
        ("Crumb AB", "crumb"),
        ("Crumb OÜ", "crumbou"),
        ("Crumb Pty Ltd", "crumb"),
        ("Crumb Pvt. Ltd.", "crumb"),
        ("Crumb Private Limited", "crumb"),
        ("Crumb Co., Ltd.", "crumb"),
        ("Crumb Company", "crumb"),
        ("Crumb Corporation", "crumb"),
        ("Crumb, Inc.", "crumb"),
        ("Crumb LLC", "crumb"),
        ("Crumb L.L.C.", "crumbllc"),
        ("Crumb LLP", "crumb"),
        ("Crumb LP", "crumb"),
        ("Crumb PLC", "crumb"),
        ("Crumb Group", "crumb"),
        ("Crumb Gruppe", "crumbgruppe"),
        ("Crumb Holdings Ltd", "crumb"),
        ("Crumb e.V.", "crumb"),
        ("Crumb eG", "crumb"),
        ("Crumb GbR", "crumb"),
        ("Crumb e.K.", "crumbek"),
        ("Crumb UG (haftungsbeschränkt)", "crumbughaftungsbeschrankt"),
        ("Crumb gGmbH", "crumbggmbh"),
        ("Crumb Ltda.", "crumb"),
        ("Crumb Lda.", "crumb"),
        ("Crumb.com", "crumb"),
        ("Crumb.io", "crumb"),
        ("Crumb y Cía", "crumbycia"),
        ("Mühle Süd OHG", "muhlesud"),
        ("Crumb-North", "crumbnorth"),
        ("O'Neill Crumb", "oneillcrumb"),
        ("Co", "co"),
        ("The", "the"),
        ("SE", "se"),
        ("株式会社パン", "株式会社ハン"),
        ("…", ""),
        ("", ""),
    ] {
        assert_eq!(key(name), expect, "{name}");
    }
}
