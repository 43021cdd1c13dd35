package io.renkei.itests;

/**
 * Moments of an application's way at which a kill could do harm, and where each stands in the code. A place that is not
 * there any more fails its test, since the process does not end then.
 */
enum Moment {
    CONTENT_STORED("io.renkei.journal.jdbc.internal.JdbcApplicationStore#admit:entry"),
    INGEST_COMMITTED("io.renkei.journal.jdbc.internal.JdbcApplicationStore#admit:exit"),
    POINTER_SENT("io.renkei.fanout.internal.Relay#send:exit"),
    ATTEMPT_WRITTEN("io.renkei.routes.internal.DispatchHandler#attempt:entry"),
    OUTCOME_COMMITTED("io.renkei.routes.internal.OutcomeWriter#write:exit"),
    BEFORE_QUEUE_ACKNOWLEDGEMENT("io.renkei.routes.internal.DispatchHandler#handle:exit"),
    CORRECTION_COMMITTED("io.renkei.journal.jdbc.internal.JdbcFollowUpStore#correct:exit"),
    NOTICE_STORED("io.renkei.notices.internal.NoticeReceiver#receive:exit"),
    NOTICE_DELIVERED("io.renkei.delivery.internal.HttpsCarrier#carry:exit"),
    PAYMENT_COMMITTED("io.renkei.journal.jdbc.internal.JdbcPaymentStore#keep:exit"),
    KEY_DESTROYED("io.renkei.journal.jdbc.internal.CaseKeys#destroy:exit"),
    ERASURE_RECORDED("io.renkei.journal.jdbc.internal.NoticeMarks#erase:exit"),
    INBOXES_FILLED("io.renkei.journal.jdbc.internal.JdbcAnnouncementStore#deliver:exit"),
    WEBHOOK_SENT("io.renkei.ports.outgoing.Webhook#take:exit");

    private final String place;

    Moment(String place) {
        this.place = place;
    }

    /** As {@link HaltAgent} takes it. */
    String place() {
        return place;
    }
}
