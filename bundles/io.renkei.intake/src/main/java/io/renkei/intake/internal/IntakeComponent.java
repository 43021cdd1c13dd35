package io.renkei.intake.internal;

import io.renkei.api.model.DestinationId;
import io.renkei.api.model.FilingKey;
import io.renkei.api.model.PartnerId;
import io.renkei.api.model.SenderNumber;
import io.renkei.api.spi.PackageReader;
import io.renkei.ports.catalogue.Catalogue;
import io.renkei.ports.content.ContentStore;
import io.renkei.ports.intake.CheckReport;
import io.renkei.ports.intake.CorrectFiling;
import io.renkei.ports.intake.SubmitApplication;
import io.renkei.ports.lanes.Ability;
import io.renkei.ports.lanes.Holds;
import io.renkei.ports.lanes.Lanes;
import io.renkei.ports.packages.Packages;
import io.renkei.ports.state.ApplicationStore;
import io.renkei.ports.state.FollowUpStore;
import io.renkei.ports.trust.ReceiptSealer;
import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.XmlSignatures;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** Offers intake while everything it needs is there. Readers of formats come and go under it. */
@Component(
        service = {SubmitApplication.class, CorrectFiling.class},
        configurationPid = "io.renkei.intake")
@Designate(ocd = IntakeConfig.class)
public final class IntakeComponent implements SubmitApplication, CorrectFiling {

    @Reference(
            service = PackageReader.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    private volatile List<PackageReader> readers = List.of();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Lanes lanes;

    private final Intake intake;
    private final Corrections corrections;

    @Activate
    public IntakeComponent(
            @Reference ApplicationStore applications,
            @Reference FollowUpStore followUps,
            @Reference ContentStore contents,
            @Reference XmlSignatures signatures,
            @Reference Packages packages,
            @Reference Catalogue catalogue,
            @Reference TrustAnchors anchors,
            @Reference ReceiptSealer sealer,
            @Reference Holds holds,
            IntakeConfig config) {
        IntakeSettings settings = IntakeSettings.of(config);
        Checker checker =
                new Checker(() -> readers, signatures, packages, catalogue, anchors, Clock.systemUTC(), settings);
        Gate gate = new Gate(holds::holds, Clock.systemUTC());
        this.corrections = new Corrections(
                gate,
                checker,
                applications,
                followUps,
                new CorrectionAcceptance(applications, followUps, contents, sealer),
                this::abilities,
                settings.packageMaxBytes());
        this.intake = new Intake(
                gate,
                checker,
                applications,
                new Acceptance(applications, contents, sealer, new SecureRandom()),
                settings.packageMaxBytes());
    }

    private Optional<Set<Ability>> abilities(DestinationId destination) {
        Lanes now = lanes;
        return now == null ? Optional.empty() : now.abilities(destination);
    }

    @Override
    public CorrectFiling.Answer correct(
            PartnerId sender, FilingKey filing, Optional<SenderNumber> senderNumber, InputStream body)
            throws IOException {
        return corrections.correct(sender, filing, senderNumber, body);
    }

    @Override
    public CorrectFiling.Answer withdraw(PartnerId sender, FilingKey filing, String reason) {
        return corrections.withdraw(sender, filing, reason);
    }

    @Override
    public SubmitApplication.Answer submit(PartnerId sender, Optional<SenderNumber> senderNumber, InputStream body)
            throws IOException {
        return intake.submit(sender, senderNumber, body);
    }

    @Override
    public CheckReport check(InputStream body) throws IOException {
        return intake.check(body);
    }
}
