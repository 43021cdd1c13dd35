package io.renkei.ops.internal;

import io.renkei.ports.bus.BusUnavailable;
import io.renkei.ports.state.StateUnavailable;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.karaf.shell.support.CommandException;

/**
 * Gives an answer, or one sentence why there is none. With JSON, standard output gets one document in both cases; the
 * shell adds at most an empty line.
 */
public final class Reply {

    private final PrintStream out;
    private final boolean json;
    private final boolean colours;

    /** @param colours whether whoever reads {@code out} shows ANSI colours */
    public Reply(PrintStream out, boolean json, boolean colours) {
        this.out = out;
        this.json = json;
        this.colours = colours;
    }

    /** @throws CommandException if there is no answer, or the answer is an alarm: the command's exit code is 1 */
    public void give(Supplier<Answer> question) throws CommandException {
        Answer answer = answer(question);
        if (json) {
            out.println(Json.document(answer::json));
        } else {
            answer.print(new Page(out, colours));
        }
        Optional<String> alarm = answer.alarm();
        if (alarm.isPresent()) {
            throw ending(json ? "" : alarm.get(), alarm.get());
        }
    }

    private Answer answer(Supplier<Answer> question) throws CommandException {
        try {
            return question.get();
        } catch (OpsFault e) {
            throw failed(e);
        } catch (StateUnavailable e) {
            throw failed(OpsCode.DATABASE.fault());
        } catch (BusUnavailable e) {
            throw failed(OpsCode.BROKER.fault());
        }
    }

    private CommandException failed(OpsFault fault) {
        String line = fault.code().code() + ": " + fault.getMessage() + " " + fault.japanese();
        if (json) {
            out.println(Json.document(generator -> {
                generator.writeStartObject();
                generator.writeObjectFieldStart("error");
                generator.writeStringField("code", fault.code().code());
                generator.writeStringField("sentence", fault.getMessage());
                generator.writeStringField("sentenceJa", fault.japanese());
                generator.writeEndObject();
                generator.writeEndObject();
            }));
        }
        return ending(json ? "" : line, line);
    }

    /**
     * The shell knows this exception by its very class: it prints {@code shown} and logs nothing. Any other, a subclass
     * too, it logs as an error and prints in its own words.
     */
    private static CommandException ending(String shown, String message) {
        CommandException ending = new CommandException(shown, message);
        ending.setStackTrace(new StackTraceElement[0]);
        return ending;
    }
}
