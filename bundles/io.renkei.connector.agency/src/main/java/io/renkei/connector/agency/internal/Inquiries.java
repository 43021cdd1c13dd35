package io.renkei.connector.agency.internal;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.InformationCode;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.api.spi.AttributeSource.Question;
import io.renkei.connector.agency.internal.Soap.Field;
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

    static Soap.Request inquire(
            AgencySettings.Parties parties, Question question, Map<InformationCode, SelfInformationNumber> coded) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.of("inquiryNumber", question.reference().toString()),
                Field.of("inquiredAt", MOMENT.format(question.asked().atZone(JAPAN))),
                Field.of("inquirer", parties.inquirer()),
                Field.of("provider", parties.provider()),
                Field.of("business", parties.business()),
                Field.of("procedure", parties.procedure()),
                Field.of("linkageCode", question.person().release())));
        byCode(coded)
                .forEach((code, item) ->
                        fields.add(item(code, question.items().get(item).condition())));
        return Soap.request(NAMESPACE, "inquire", fields);
    }

    static Soap.Request result(String handle, Question question, Map<InformationCode, SelfInformationNumber> coded) {
        List<Field> fields = new ArrayList<>(
                List.of(Field.of("inquiryNumber", question.reference().toString()), Field.of("handle", handle)));
        byCode(coded).forEach((code, item) -> fields.add(Field.of("informationCode", code)));
        return Soap.request(NAMESPACE, "result", fields);
    }

    /** The same question is always the same bytes. */
    private static Map<String, SelfInformationNumber> byCode(Map<InformationCode, SelfInformationNumber> coded) {
        Map<String, SelfInformationNumber> sorted = new TreeMap<>();
        coded.forEach((code, item) -> sorted.put(code.value(), item));
        return sorted;
    }

    private static Field item(String code, AttributeCondition condition) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.of("informationCode", code));
        fields.addAll(condition.fold(
                () -> List.of(Field.of("condition", "1")),
                day -> List.of(Field.of("condition", "2"), day("from", day), day("to", day)),
                (from, to) -> List.of(Field.of("condition", "3"), day("from", from), day("to", to))));
        return Field.of("item", fields);
    }

    private static Field day(String name, LocalDate day) {
        return Field.of(name, DAY.format(day));
    }
}
