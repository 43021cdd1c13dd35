package io.renkei.journal.jdbc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.renkei.api.model.AttributeCondition;
import io.renkei.api.model.SelfInformationNumber;
import io.renkei.ports.linkage.HandoverId;
import io.renkei.ports.linkage.HandoverState;
import io.renkei.ports.linkage.HandoverWish;
import io.renkei.ports.linkage.KeptHandover;
import io.renkei.ports.sites.SiteId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedHandoverTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:02:03Z");

    @TempDir
    Path folder;

    /** The form of the matter that was written before certificates could be asked for. */
    private static byte[] firstForm(int form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(form);
            out.writeUTF("審査のため");
            out.writeShort(1);
            out.writeUTF("2");
            out.writeByte(0);
            out.writeShort(1);
            out.writeUTF("2");
            out.writeShort(0);
            out.writeShort(0);
        }
        return bytes.toByteArray();
    }

    private Optional<KeptHandover> opened(byte[] plain) {
        SecretFile file = new SecretFile(folder.resolve("master.key"));
        file.create(Seal.randomKey());
        MasterKey master = new MasterKey(file);
        HandoverId id = new HandoverId(UUID.randomUUID());
        UUID keyId = UUID.randomUUID();
        byte[] key = Seal.randomKey();
        return new SealedHandover(
                        new SealedHandover.Columns(
                                id,
                                new SiteId("e-tax"),
                                HandoverState.RELEASED,
                                4,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                NOW,
                                NOW,
                                NOW,
                                Optional.empty()),
                        keyId,
                        master.wrap(Seal.handoverKeyContext(keyId), key),
                        Seal.seal(key, Seal.matterContext(id.value()), plain, plain.length))
                .open(master);
    }

    @Test
    void whatWasWrittenBeforeThereWereCertificatesIsReadAsItWas() throws IOException {
        KeptHandover kept = opened(firstForm(1)).orElseThrow();
        SelfInformationNumber tax = new SelfInformationNumber("2");
        assertEquals(
                new HandoverWish(Map.of(tax, new AttributeCondition.Latest()), "審査のため"),
                kept.view().wish());
        assertEquals(Set.of(tax), kept.view().released());
        assertEquals(Set.of(), kept.view().certificates());
    }

    @Test
    void aLaterFormIsNotGuessedAt() throws IOException {
        assertEquals(Optional.empty(), opened(firstForm(3)));
    }
}
