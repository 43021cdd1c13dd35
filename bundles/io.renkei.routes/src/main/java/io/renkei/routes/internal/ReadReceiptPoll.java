package io.renkei.routes.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.spi.ReadReceiptSender;
import io.renkei.api.spi.ReadReceiptSender.ReadReceipt;
import io.renkei.api.spi.TransientFailure;
import io.renkei.ports.notices.NoticeStore;
import io.renkei.ports.notices.NoticeView;
import java.util.List;
import java.util.Optional;

/** Tells a destination which of its documents were fetched, until it was told. */
final class ReadReceiptPoll implements Poll {

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
        for (NoticeView notice : due) {
            Optional<ReadReceipt> receipt = receipt(notice);
            if (receipt.isPresent()) {
                sender.send(receipt.get());
                store.get().receiptSent(notice.id(), kernel.clock().instant());
                kernel.deadlines().acknowledged(destination, receipt.get().noticeId());
            }
        }
        return !due.isEmpty();
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
