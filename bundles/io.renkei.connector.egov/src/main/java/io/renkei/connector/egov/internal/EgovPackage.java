package io.renkei.connector.egov.internal;

import io.renkei.api.model.FilingKey;
import io.renkei.api.spi.DispatchTask;
import io.renkei.api.spi.DispatchTask.Part;
import io.renkei.api.spi.PermanentFailure;
import io.renkei.api.spi.Sealer;
import io.renkei.api.spi.Sealer.Placement;
import io.renkei.api.spi.Sealer.XmlSeal;
import io.renkei.api.spi.WithdrawalSender.Withdrawal;
import io.renkei.format.egov.CaseMark;
import io.renkei.format.egov.EgovCase;
import io.renkei.format.egov.EgovCase.CaseFile;
import io.renkei.format.egov.EgovCase.Kind;
import io.renkei.format.egov.EgovOffice;
import io.renkei.format.egov.EgovPackageWriter;
import io.renkei.format.egov.EgovProcedure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what is sent. An applicant's own e-Gov files go out byte for byte; otherwise the gateway writes configuration
 * and form, and seals both. The same task gives the same files.
 */
final class EgovPackage {

    static final String ORIGINAL = "egov";

    private static final Logger LOG = LoggerFactory.getLogger(EgovPackage.class);

    private final EgovTables tables;
    private final Sealer sealer;
    private final EgovPackageWriter writer = new EgovPackageWriter();
    private final AtomicBoolean warned = new AtomicBoolean();

    EgovPackage(EgovTables tables, Sealer sealer) {
        this.tables = tables;
        this.sealer = sealer;
    }

    /**
     * The body of POST /apply; the name of the sent file is the filing key.
     *
     * @throws IOException if the content store does not give a file now
     * @throws PermanentFailure if the procedure or its office is not configured, or its form cannot be written
     */
    byte[] request(DispatchTask task) throws IOException, PermanentFailure {
        EgovProcedure procedure = procedure(task);
        Map<String, byte[]> files =
                task.originalFormat().equals(ORIGINAL) ? copied(task) : made(task, procedure, Kind.NEW, "");
        return body("proc_id", procedure.officialId(), task.filing(), procedure.officialId(), files);
    }

    /** The body of POST /apply for a resubmission (再提出); an empty receipt names no case before. */
    byte[] resubmission(DispatchTask task, String receipt) throws IOException, PermanentFailure {
        EgovProcedure procedure = procedure(task);
        Map<String, byte[]> files = made(task, procedure, receipt.isEmpty() ? Kind.NEW : Kind.AGAIN, receipt);
        return body("proc_id", procedure.officialId(), task.filing(), procedure.officialId(), files);
    }

    /** The body of POST /apply/amend (部分補正). */
    byte[] amendment(DispatchTask task, String receipt) throws IOException, PermanentFailure {
        EgovProcedure procedure = procedure(task);
        Map<String, byte[]> files = made(task, procedure, Kind.PARTIAL, receipt);
        return body("arrive_id", receipt, task.filing(), procedure.officialId(), files);
    }

    /** The body of POST /apply/withdraw (取下げ依頼). */
    byte[] withdrawal(Withdrawal withdrawal, String receipt) {
        CaseMark mark = new CaseMark(withdrawal.key(), withdrawal.packageDigest());
        Map<String, byte[]> files = writer.withdrawal(mark, receipt, withdrawal.reason());
        return body(
                "arrive_id",
                receipt,
                withdrawal.key(),
                EgovPackageWriter.WITHDRAWAL,
                sealed(files, EgovPackageWriter.WITHDRAWAL_FILE));
    }

    private EgovProcedure procedure(DispatchTask task) throws PermanentFailure {
        EgovProcedure procedure = tables.procedures().get(task.procedure().value());
        if (procedure == null) {
            throw new PermanentFailure(EgovCode.UNKNOWN_PROCEDURE.code(), null);
        }
        return procedure;
    }

    private static byte[] body(String name, String value, FilingKey key, String folder, Map<String, byte[]> files) {
        byte[] zip = EgovPackageWriter.zip(EgovPackageWriter.inFolder(folder, files));
        return ("{\"" + name + "\":\"" + value + "\",\"send_file\":{\"file_name\":\"" + key + ".zip\",\"file_data\":\""
                        + Base64.getEncoder().encodeToString(zip) + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> copied(DispatchTask task) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Part part : task.parts()) {
            files.put(plain(part.file()), task.bytes(part));
        }
        return files;
    }

    private Map<String, byte[]> made(DispatchTask task, EgovProcedure procedure, Kind kind, String receipt)
            throws IOException, PermanentFailure {
        return sealed(written(task, procedure, kind, receipt), procedure.formFile());
    }

    private Map<String, byte[]> sealed(Map<String, byte[]> files, String formFile) {
        XmlSeal seal = new XmlSeal(
                EgovPackageWriter.ID_ATTRIBUTE,
                EgovPackageWriter.ID,
                Map.of(formFile, files.get(formFile)),
                Placement.SIBLING);
        byte[] signed = sealer.sealXml(files.get(EgovPackageWriter.KOUSEI), seal);
        files.put(EgovPackageWriter.KOUSEI, EgovPackageWriter.signatureInPlace(signed));
        return files;
    }

    private Map<String, byte[]> written(DispatchTask task, EgovProcedure procedure, Kind kind, String receipt)
            throws IOException, PermanentFailure {
        try {
            return writer.write(new EgovCase(
                    new CaseMark(task.filing(), task.packageDigest()),
                    procedure,
                    office(task),
                    task.content(),
                    attachments(task, procedure),
                    kind,
                    receipt));
        } catch (IllegalArgumentException e) {
            throw new PermanentFailure(EgovCode.NOT_WRITTEN.code(), e);
        }
    }

    private Optional<EgovOffice> office(DispatchTask task) {
        Optional<EgovOffice> office =
                Optional.ofNullable(tables.offices().get(task.procedure().value()));
        if (office.filter(known -> known.id().equals(EgovTables.NO_OFFICE)).isPresent()
                && warned.compareAndSet(false, true)) {
            LOG.warn(
                    "Filings of procedure {} go to a placeholder: set office.{}.id and office.{}.name.",
                    task.procedure(),
                    task.procedure(),
                    task.procedure());
        }
        return office;
    }

    private static List<CaseFile> attachments(DispatchTask task, EgovProcedure procedure) throws IOException {
        Set<String> taken = new HashSet<>(Set.of(EgovPackageWriter.KOUSEI, procedure.formFile()));
        List<CaseFile> attachments = new ArrayList<>();
        for (Part part : task.parts()) {
            if (!part.original()) {
                String title = plain(part.file());
                attachments.add(new CaseFile(title, free(title, taken), task.bytes(part)));
            }
        }
        return attachments;
    }

    /** The name, with a number in front where another file of the case has it. */
    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int n = 2; !taken.add(free); n++) {
            free = n + "_" + name;
        }
        return free;
    }

    private static String plain(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
