package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import io.renkei.ports.state.StateUnavailable;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a destination which of its documents were fetched, until it was told. One that it can never be told of, such as one
 * that came by another way and has no name there, ends with that fact. What a connector fails with holds up no other.
 */
final class ReadReceiptPoll implements Poll {

    private static final Logger LOG = LoggerFactory.getLogger(ReadReceiptPoll.class);
    private static final int LIMIT = 50;

    private final DestinationId destination;
    private final ReadReceiptSender sender;
    private final Kernel kernel;

    ReadReceiptPoll(DestinationId destination, ReadReceiptSender sender, Kernel kernel) {
        this.destination = destination;
        this.sender = sender;
        this.kernel = kernel;
    }

    @Override
    public boolean poll() throws TransientFailure {
        Optional<NoticeStore> store = kernel.notices().get();
        if (store.isEmpty()) {
            return false;
        }
        List<NoticeView> due = store.get().receiptsDue(destination, LIMIT);
        Optional<RuntimeException> thrown = Optional.empty();
        for (NoticeView notice : due) {
            try {
                tell(notice, store.get());
            } catch (StateUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                thrown = Optional.of(e);
            }
        }
        if (thrown.isPresent()) {
            throw thrown.get();
        }
        return !due.isEmpty();
    }

    private void tell(NoticeView notice, NoticeStore store) throws TransientFailure {
        Optional<ReadReceipt> receipt = receipt(notice);
        if (receipt.isPresent()) {
            try {
                sender.send(receipt.get());
                store.receiptSent(notice.id(), kernel.clock().instant());
            } catch (PermanentFailure e) {
                neverTold(notice, Ending.code(e.getMessage()), store);
            }
            kernel.deadlines().acknowledged(destination, receipt.get().noticeId());
        }
    }

    private void neverTold(NoticeView notice, String code, NoticeStore store) {
        store.untold(notice.id(), code, kernel.clock().instant());
        LOG.warn(
                "{}: {} Notice: {}, the connector says {}",
                RoutesCode.NEVER_TOLD,
                RoutesCode.NEVER_TOLD.sentence(),
                notice.id(),
                code);
    }

    /** The issuer's handle, or where it gave none the number in its document. */
    private static Optional<ReadReceipt> receipt(NoticeView notice) {
        String name = notice.remoteId().isEmpty() ? notice.issuerNumber() : notice.remoteId();
        return notice.filing()
                .flatMap(filing -> notice.fetched()
                        .flatMap(fetched -> notice.addressee()
                                .map(addressee -> new ReadReceipt(filing, name, fetched, addressee))));
    }
}
