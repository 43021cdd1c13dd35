package io.renkei.portal.internal;

import io.renkei.api.model.ArrivalNumber;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.model.Sha256;
import io.renkei.ports.content.ContentStore.CaseKeyId;
import io.renkei.ports.state.CorrectionAdmission;
import io.renkei.ports.state.FollowUpStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last request of each filing, in memory. */
final class MemoryFollowUps implements FollowUpStore {

    final Map<FilingKey, Asked> last = new LinkedHashMap<>();

    @Override
    public Optional<Asked> lastAsked(FilingKey filing) {
        return Optional.ofNullable(last.get(filing));
    }

    @Override
    public List<Asked> asked(ArrivalNumber application) {
        throw new UnsupportedOperationException("reasons are told to nobody by event");
    }

    @Override
    public Optional<CaseKeyId> caseKey(ArrivalNumber application) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<CorrectionAdmission> findBySenderNumber(
            FilingKey filing, SenderNumber number, Sha256 packageDigest) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<byte[]> receipt(FilingKey correction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CorrectionAdmission correct(NewCorrection correction) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Withdrawal> withdraw(FilingKey filing, String reason) {
        throw new UnsupportedOperationException();
    }
}
