package io.renkei.routes.internal;

import io.renkei.ports.bus.Bus;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.lanes.Hold;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.ReceiveMessage;
import io.renkei.ports.notices.ReceiveNotice;
import io.renkei.ports.packages.Packages;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentWords;
import io.renkei.ports.payments.RequestPayment;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FilingStore;
import io.renkei.ports.state.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ports that the route host stands on.
 *
 * @param receiveNotice may be away for a while: notices are not polled then
 * @param notices may be away for a while: read receipts are not sent then
 * @param receiveMessage may be away for a while: message boxes are not emptied then
 * @param requestPayment may be away for a while: payments are not asked for then
 * @param payments may be away for a while: what waits is not asked about then
 * @param paymentWords may be away for a while: payments are not asked for then
 * @param holds what operators hold
 * @param catalogue may be away for a while: every destination counts as open then
 * @param deadlines until when documents have to be acknowledged
 * @param settings as they are now
 */
record Kernel(
        FilingStore filings,
        ApplicationStore applications,
        Outbox outbox,
        ContentStore contents,
        Packages packages,
        Bus bus,
        Supplier<Optional<ReceiveNotice>> receiveNotice,
        Supplier<Optional<NoticeStore>> notices,
        Supplier<Optional<ReceiveMessage>> receiveMessage,
        Supplier<Optional<RequestPayment>> requestPayment,
        Supplier<Optional<PaymentStore>> payments,
        Supplier<Optional<PaymentWords>> paymentWords,
        Supplier<List<Hold>> holds,
        Supplier<Optional<Catalogue>> catalogue,
        Deadlines deadlines,
        Clock clock,
        Supplier<RoutesSettings> settings) {}
