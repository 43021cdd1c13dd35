package io.renkei.connector.agency.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.http.soap.SoapField;
import io.renkei.http.soap.SoapRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes what a middle server is asked, in the words of an inquiry record (照会). Pure. */
final class Inquiries {

    static final String NAMESPACE = "urn:renkei:middle-server:1";

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private Inquiries() {}

    static SoapRequest inquire(
            AgencySettings.Parties parties, Question question, Map<InformationCode, SelfInformationNumber> coded) {
        List<SoapField> fields = new ArrayList<>(List.of(
                SoapField.of("inquiryNumber", question.reference().toString()),
                SoapField.of("inquiredAt", MOMENT.format(question.asked().atZone(JAPAN))),
                SoapField.of("inquirer", parties.inquirer()),
                SoapField.of("provider", parties.provider()),
                SoapField.of("business", parties.business()),
                SoapField.of("procedure", parties.procedure()),
                SoapField.of("linkageCode", question.person().release())));
        byCode(coded)
                .forEach((code, item) ->
                        fields.add(item(code, question.items().get(item).condition())));
        return SoapRequest.of(NAMESPACE, "inquire", fields);
    }

    static SoapRequest result(String handle, Question question, Map<InformationCode, SelfInformationNumber> coded) {
        List<SoapField> fields = new ArrayList<>(List.of(
                SoapField.of("inquiryNumber", question.reference().toString()), SoapField.of("handle", handle)));
        byCode(coded).forEach((code, item) -> fields.add(SoapField.of("informationCode", code)));
        return SoapRequest.of(NAMESPACE, "result", fields);
    }

    /** The same question is always the same bytes. */
    private static Map<String, SelfInformationNumber> byCode(Map<InformationCode, SelfInformationNumber> coded) {
        Map<String, SelfInformationNumber> sorted = new TreeMap<>();
        coded.forEach((code, item) -> sorted.put(code.value(), item));
        return sorted;
    }

    private static SoapField item(String code, AttributeCondition condition) {
        List<SoapField> fields = new ArrayList<>();
        fields.add(SoapField.of("informationCode", code));
        fields.addAll(condition.fold(
                () -> List.of(SoapField.of("condition", "1")),
                day -> List.of(SoapField.of("condition", "2"), day("from", day), day("to", day)),
                (from, to) -> List.of(SoapField.of("condition", "3"), day("from", from), day("to", to))));
        return SoapField.of("item", fields);
    }

    private static SoapField day(String name, LocalDate day) {
        return SoapField.of(name, DAY.format(day));
    }
}
