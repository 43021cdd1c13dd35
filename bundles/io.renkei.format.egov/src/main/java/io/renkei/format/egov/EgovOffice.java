package io.renkei.format.egov;

import java.util.Objects;

/**
 * Where a filing is submitted (提出先).
 *
 * @param id 提出先識別子, such as {@code 49511000000010000003829}
 * @param name 提出先名称, such as {@code 東京都,渋谷公共職業安定所}; may be empty
 */
public record EgovOffice(String id, String name) {

    /** @throws IllegalArgumentException if the id is not 23 half-width digits and capital letters */
    public EgovOffice {
        if (id == null || !id.matches("[0-9A-Z]{23}")) {
            throw new IllegalArgumentException("a 提出先識別子 is 23 half-width digits and capital letters");
        }
        Objects.requireNonNull(name, "name");
    }
}
