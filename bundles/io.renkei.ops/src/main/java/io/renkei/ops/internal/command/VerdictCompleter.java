package io.renkei.ops.internal.command;

import io.renkei.ports.notices.NoticeVerdict;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** The verdicts on a notice. */
@Service
public final class VerdictCompleter extends WordCompleter {

    @Override
    List<String> words() {
        return Arrays.stream(NoticeVerdict.values()).map(NoticeVerdict::name).toList();
    }
}
