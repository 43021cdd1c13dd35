package io.renkei.sandbox.internal;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;

/**
 * What a simulator is made from.
 *
 * @param applicants the authorities of applicants' certificates
 */
record Parts(
        Clock clock,
        Ledger ledger,
        Faults faults,
        Progress progress,
        CaseOrders caseOrders,
        OfficialDocuments documents,
        GatewaySeals gatewaySeals,
        List<X509Certificate> applicants) {}
