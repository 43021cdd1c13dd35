package io.renkei.routes.internal;

import java.util.StringJoiner;

/** Prints what a connector threw: types and places, and no message, since that may hold anything. */
final class Traces {

    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 5;

    private Traces() {}

    static String of(Throwable thrown) {
        StringJoiner text = new StringJoiner(" <- ");
        Throwable each = thrown;
        for (int i = 0; each != null && i < MOST_CAUSES; i++) {
            StringJoiner frames = new StringJoiner(", ", each.getClass().getName() + " [", "]");
            StackTraceElement[] trace = each.getStackTrace();
            for (int j = 0; j < Math.min(trace.length, MOST_FRAMES); j++) {
                frames.add(trace[j].toString());
            }
            text.add(frames.toString());
            each = each.getCause();
        }
        return text.toString();
    }
}
