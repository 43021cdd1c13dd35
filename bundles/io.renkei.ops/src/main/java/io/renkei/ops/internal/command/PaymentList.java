package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Names;
import io.renkei.ops.internal.Payments;
import io.renkei.ops.internal.Services;
import io.renkei.ports.payments.PaymentState;
import io.renkei.ports.payments.PaymentStore;
import io.renkei.ports.payments.PaymentWords;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** {@code renkei:payment-list}. */
@Service
@Command(scope = "renkei", name = "payment-list", description = "Payment requests in one state, the last changed first")
public final class PaymentList extends OpsCommand {

    @Option(name = "--state", description = "WAITING (the default), PAID, LAPSED or CANCELLED")
    @Completion(PaymentStateCompleter.class)
    private String state = "WAITING";

    @Option(
            name = "--unknown",
            description = "Instead, what destinations say in words that are not known here, the last heard first")
    private boolean unknown;

    @Option(name = "--limit", description = "How many, 1 to 100")
    private int limit = 50;

    @Reference(optional = true)
    private PaymentStore payments;

    @Reference(optional = true)
    private PaymentWords words;

    @Override
    Answer answer() {
        if (unknown) {
            return Payments.unknown(Services.need(words, "The database"), limit);
        }
        return new Payments(Services.need(payments, "The database")).list(Names.word(PaymentState.class, state), limit);
    }
}
