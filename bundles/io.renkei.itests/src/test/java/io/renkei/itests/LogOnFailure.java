package io.renkei.itests;

import java.util.concurrent.Callable;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;

/** Prints the end of the gateway's log under a test that failed. */
final class LogOnFailure extends TestWatcher {

    private final Callable<Instance> instance;

    LogOnFailure() {
        this(Instance::shared);
    }

    LogOnFailure(Callable<Instance> instance) {
        this.instance = instance;
    }

    @Override
    protected void failed(Throwable e, Description test) {
        try {
            System.out.println("==== " + test.getMethodName() + " failed; the end of karaf.log:\n"
                    + instance.call().log());
        } catch (Exception unreadable) {
            // The failure of the test is what counts; that its log is missing stands below it.
            e.addSuppressed(unreadable);
        }
    }
}
