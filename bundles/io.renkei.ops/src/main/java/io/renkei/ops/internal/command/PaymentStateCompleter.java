package io.renkei.ops.internal.command;

import io.renkei.ports.payments.PaymentState;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The states of a payment request. */
@Service
public final class PaymentStateCompleter extends WordCompleter {

    @Override
    List<String> words() {
        return Arrays.stream(PaymentState.values()).map(PaymentState::name).toList();
    }
}
