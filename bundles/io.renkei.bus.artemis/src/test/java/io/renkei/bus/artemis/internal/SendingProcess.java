package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Lane;
import java.nio.file.Path;

/** Sends pointers until it is killed, and prints the last id of each batch that the broker acknowledged. */
final class SendingProcess {

    private SendingProcess() {}

    public static void main(String[] arguments) {
        OtherProcess.runOrExit(() -> send(arguments));
    }

    private static void send(String[] arguments) throws Exception {
        Lane lane = new Lane("renkei.fanout");
        TestBroker broker = TestBroker.open(Path.of(arguments[0]));
        for (long id = Long.parseLong(arguments[1]); ; id += 3) {
            broker.bus.send(lane, TestBroker.pointers(id, id + 2));
            System.out.println(id + 2);
            System.out.flush();
        }
    }
}
