package io.renkei.connector.eltax.internal;

/** 全国地方公共団体コード: five digits and a check digit, which names the addressee. */
final class Municipality {

    private static final int[] WEIGHTS = {6, 5, 4, 3, 2};

    private Municipality() {}

    /** @throws FormFault if it is no such code */
    static String checked(String item, String code) throws FormFault {
        if (!code.matches("[0-9]{6}") || code.charAt(WEIGHTS.length) - '0' != checkDigit(code)) {
            throw new FormFault(EltaxCode.MUNICIPALITY, item);
        }
        return code;
    }

    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (code.charAt(i) - '0') * WEIGHTS[i];
        }
        return (11 - sum % 11) % 10;
    }
}
