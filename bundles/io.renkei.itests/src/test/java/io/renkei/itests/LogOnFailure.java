package io.renkei.itests;

import java.io.IOException;
import org.junit.rules.TestWatcher;
import org.junit.runner.Description;

/** Prints the end of the gateway's log under a test that failed. */
final class LogOnFailure extends TestWatcher {

    @Override
    protected void failed(Throwable e, Description test) {
        try {
            System.out.println(
                    "==== " + test.getMethodName() + " failed; the end of karaf.log:\n" + Instance.sharedLog());
        } catch (IOException unreadable) {
            System.out.println("the log cannot be read: " + unreadable.getMessage());
        }
    }
}
