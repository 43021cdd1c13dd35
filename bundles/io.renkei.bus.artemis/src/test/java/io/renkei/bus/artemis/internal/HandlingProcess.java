package io.renkei.bus.artemis.internal;

import io.renkei.ports.bus.Lane;
import java.nio.file.Path;

/** Takes a pointer, prints its id, and handles it until it is killed. */
final class HandlingProcess {

    private HandlingProcess() {}

    public static void main(String[] arguments) {
        OtherProcess.runOrExit(() -> handle(arguments));
    }

    private static void handle(String[] arguments) throws Exception {
        TestBroker broker = TestBroker.open(Path.of(arguments[0]));
        broker.bus.subscribe(new Lane("renkei.fanout"), 1, pointer -> {
            System.out.println(pointer.id());
            System.out.flush();
            Thread.currentThread().join();
        });
        Thread.currentThread().join();
    }
}
