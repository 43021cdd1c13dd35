package io.renkei.testkit;

import io.renkei.api.spi.Lane;

/** The lane of a contract test. */
record ContractLane(String uri, String routePrefix) implements Lane {

    static final ContractLane LANE = new ContractLane("direct:contract-lane", "contract.lane-1");
}
