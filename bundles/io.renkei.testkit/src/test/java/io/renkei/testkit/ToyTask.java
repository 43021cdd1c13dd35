package io.renkei.testkit;

import io.renkei.api.model.ProcedureId;

/** Filings with one item. */
final class ToyTask {

    private ToyTask() {}

    static FilingTask fresh() {
        return FilingTask.of(
                ToyConnector.TOY,
                new ProcedureId("1"),
                new Items().text("employee.name", "髙橋　花子").content());
    }
}
