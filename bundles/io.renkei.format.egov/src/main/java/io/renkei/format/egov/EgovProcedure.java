package io.renkei.format.egov;

/**
 * How e-Gov names a procedure and its form.
 *
 * @param officialId 手続識別子, 16 half-width digits and capital letters
 * @param name 手続名称
 * @param formId 様式ID, 18 half-width digits and capital letters
 * @param formVersion 様式バージョン, 1 to 9999; four digits in XML
 * @param formName 様式名称
 */
public record EgovProcedure(String officialId, String name, String formId, int formVersion, String formName) {

    /** @throws IllegalArgumentException if a part has another form */
    public EgovProcedure {
        require(officialId.matches("[0-9A-Z]{16}"), "a 手続識別子 is 16 half-width digits and capital letters");
        require(formId.matches("[0-9A-Z]{18}"), "a 様式ID is 18 half-width digits and capital letters");
        require(formVersion >= 1 && formVersion <= 9999, "a 様式バージョン lies between 1 and 9999");
        require(!name.isBlank() && !formName.isBlank(), "a procedure and its form have names");
    }

    /** What the form's file is called in the case folder. */
    public String formFile() {
        return formId + "_01.xml";
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
