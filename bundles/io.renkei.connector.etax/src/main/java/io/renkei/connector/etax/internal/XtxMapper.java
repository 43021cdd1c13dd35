package io.renkei.connector.etax.internal;

import io.renkei.api.model.FilingContent;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.Sha256;
import java.time.LocalDate;
import javax.xml.stream.XMLStreamException;

/**
 * Writes procedure 18 as XTX: the root {@code DATA}, one procedure with its catalogue and contents, the filer (IT, VR
 * 1.5) and one form, and an element of ours that binds the file to its filing and to the package that the applicant
 * signed. Without side effects; the same filing gives the same bytes. The names of the fields inside the form are
 * stand-ins until e-Tax's field book of the form is at hand.
 */
final class XtxMapper {

    /** The id of the root. */
    static final String ID = "DATA";

    private static final String IT_VERSION = "1.5";
    private static final String SOFTWARE = "renkei";
    private static final String[] NO_SECTIONS = {
        "TENPU_SEC", "XBRL_SEC", "XBRL2_1_SEC", "SOFUSHO_SEC", "ATTACH_SEC", "CSV_SEC"
    };

    private final XtxForm form;

    XtxMapper(XtxForm form) {
        this.form = form;
    }

    /** An unsealed file, and the filer in whose name it goes. */
    record Xtx(byte[] bytes, String filerId) {
        @Override
        public String toString() {
            return "Xtx";
        }
    }

    /**
     * @param packageDigest of the package that the applicant signed
     * @param submitted the day in Japan on which the application arrived
     * @throws ItemRefused for the first item that e-Tax would not take
     */
    Xtx map(FilingKey filing, Sha256 packageDigest, LocalDate submitted, FilingContent content) throws ItemRefused {
        PayrollOffice office = PayrollOffice.of(content);
        EtaxEra day = EtaxEra.of(submitted)
                .orElseThrow(() -> new IllegalArgumentException("an application arrives after 1872"));
        try {
            XtxWriter out = new XtxWriter(form.namespace());
            out.open(form.procedureId(), "VR", form.procedureVersion(), "id", form.procedureId());
            catalogue(out);
            out.open("CONTENTS", "id", "CONTENTS");
            filer(out, office, day);
            form(out, office, submitted);
            out.close(2);
            out.open("renkei:source")
                    .text("renkei:filing", filing.toString())
                    .text("renkei:package-digest", packageDigest.hex(), "algorithm", "SHA-256")
                    .close(1);
            return new Xtx(out.end(), office.filerId());
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
    }

    private void catalogue(XtxWriter out) throws XMLStreamException {
        out.open("CATALOG", "id", "CATALOG")
                .open("rdf:RDF")
                .open("rdf:Description", "id", "REPORT")
                .empty("SEND_DATA")
                .open("IT_SEC")
                .empty("rdf:Description", "about", "#IT")
                .close(1)
                .open("FORM_SEC")
                .open("rdf:Seq")
                .open("rdf:li")
                .empty("rdf:Description", "about", "#" + form.formId())
                .close(3);
        for (String section : NO_SECTIONS) {
            out.empty(section);
        }
        out.close(3);
    }

    private void filer(XtxWriter out, PayrollOffice office, EtaxEra day) throws XMLStreamException {
        String[] phone = office.phone().split("-");
        out.open("IT", "VR", IT_VERSION, "id", "IT");
        out.open("ZEIMUSHO", "ID", "ZEIMUSHO")
                .text("gen:zeimusho_CD", office.officeCode())
                .text("gen:zeimusho_NM", office.officeName())
                .close(1);
        out.open("TEISYUTSU_DAY", "ID", "TEISYUTSU_DAY").day(day).close(1);
        out.entry("NOZEISHA_ID", office.filerId());
        out.open("NOZEISHA_BANGO", "ID", "NOZEISHA_BANGO")
                .text("gen:hojinbango", office.corporateNumber())
                .close(1);
        out.entry("NOZEISHA_NM_KN", office.nameKana());
        out.entry("NOZEISHA_NM", office.name());
        out.open("NOZEISHA_ZIP", "ID", "NOZEISHA_ZIP")
                .text("gen:zip1", office.zip().substring(0, 3))
                .text("gen:zip2", office.zip().substring(3))
                .close(1);
        out.entry("NOZEISHA_ADR_KN", office.addressKana());
        out.entry("NOZEISHA_ADR", office.address());
        out.open("NOZEISHA_TEL", "ID", "NOZEISHA_TEL")
                .text("gen:tel1", phone[0])
                .text("gen:tel2", phone[1])
                .text("gen:tel3", phone[2])
                .close(1);
        out.entry("DAIHYO_NM", office.representative());
        out.open("TETSUZUKI", "ID", "TETSUZUKI")
                .text("procedure_CD", form.procedureId())
                .close(2);
    }

    private void form(XtxWriter out, PayrollOffice office, LocalDate submitted) throws XMLStreamException {
        out.open(
                form.formId(),
                "VR",
                form.formVersion(),
                "id",
                form.formId(),
                "page",
                "1",
                "softNM",
                SOFTWARE,
                "sakuseiNM",
                SOFTWARE,
                "sakuseiDay",
                submitted.toString());
        out.text("TODOKEDE_KBN", office.change());
        out.open("TODOKEDE_DAY").day(office.start()).close(1);
        out.empty("ZEIMUSHO_REF", "IDREF", "ZEIMUSHO");
        out.empty("NOZEISHA_NM_REF", "IDREF", "NOZEISHA_NM");
        out.empty("NOZEISHA_ADR_REF", "IDREF", "NOZEISHA_ADR");
        out.close(1);
    }
}
