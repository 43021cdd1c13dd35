package io.renkei.sandbox.internal;

import io.renkei.api.model.CorrectionKind;
import io.renkei.api.model.FilingKey;
import io.renkei.testkit.Ministry;
import java.io.IOException;

/** One destination of a running sandbox, as the contract of connectors steers it. */
record SandboxMinistry(RunningSandbox sandbox, String destination) implements Ministry {

    @Override
    public String url() {
        return sandbox.url();
    }

    @Override
    public void loseNextAnswer() {
        sandbox.fault(destination, "drop-after", 1, 0);
    }

    @Override
    public void garbleNextAnswer() {
        sandbox.fault(destination, "garbage", 1, 0);
    }

    @Override
    public long submissions() {
        return sandbox.submissions(destination);
    }

    @Override
    public boolean has(FilingKey filing) {
        String query = "/control/ledger?kind=submission&destination=" + destination + "&filing=" + filing;
        return sandbox.send("GET", query, new byte[0], "").json().size() > 0;
    }

    @Override
    public boolean askForCorrection(FilingKey filing, CorrectionKind kind) {
        sandbox.order(
                "corrections/ask",
                "{\"destination\":\"" + destination + "\",\"filing\":\"" + filing + "\",\"kind\":\"" + kind
                        + "\",\"reasons\":[{\"item\":\"employee.name.kana\",\"text\":\"フリガナに誤りがあります\"}]}");
        return true;
    }

    @Override
    public boolean wantPayment(FilingKey filing) {
        sandbox.order("egov/payment", "{\"destination\":\"" + destination + "\",\"filing\":\"" + filing + "\"}");
        return true;
    }

    @Override
    public void close() throws IOException {
        sandbox.close();
    }
}
