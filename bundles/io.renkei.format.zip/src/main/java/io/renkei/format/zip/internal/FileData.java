package io.renkei.format.zip.internal;

import io.renkei.ports.packages.PackageRefused;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Where the content of a file stands in the package.
 *
 * @param zip the whole package
 * @param start of the content as it stands, which the layout has placed inside the package
 * @param packed length as it stands, in bytes
 * @param size announced length after decompression, in bytes, within the limits
 * @param deflated or stored
 * @param crc CRC-32 of the decompressed content, as announced
 */
record FileData(byte[] zip, int start, int packed, int size, boolean deflated, long crc) {

    private static final int STEP = 8_192;

    /**
     * Decompresses once without keeping anything, never further than one byte past the announced size.
     *
     * @throws PackageRefused when size or checksum are not as announced, or compressed bytes are left over
     */
    void prove(String name) throws PackageRefused {
        CRC32 sum = new CRC32();
        long length = deflated ? inflate(name, sum) : packed;
        if (length != size) {
            throw ZipCode.SIZE_DIFFERS.at(name);
        }
        if (!deflated) {
            sum.update(zip, start, packed);
        }
        if (sum.getValue() != crc) {
            throw ZipCode.CHECKSUM.at(name);
        }
    }

    private long inflate(String name, CRC32 sum) throws PackageRefused {
        byte[] step = new byte[STEP];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, start, packed);
            while (!inflater.finished() && inflater.getBytesWritten() <= size) {
                int count = inflater.inflate(step);
                if (count == 0 && !inflater.finished()) {
                    throw ZipCode.SIZE_DIFFERS.at(name);
                }
                sum.update(step, 0, count);
            }
            if (inflater.finished() && inflater.getBytesRead() != packed) {
                throw ZipCode.SIZE_DIFFERS.at(name);
            }
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw ZipCode.BROKEN.at(name);
        } finally {
            inflater.end();
        }
    }

    /** The content, which {@link #prove} has found good. */
    byte[] read() {
        if (!deflated) {
            return Arrays.copyOfRange(zip, start, start + packed);
        }
        byte[] content = new byte[size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(zip, start, packed);
            int filled = 0;
            while (filled < size) {
                int count = inflater.inflate(content, filled, size - filled);
                if (count == 0) {
                    throw new IllegalStateException("the package was changed after it was opened");
                }
                filled += count;
            }
            return content;
        } catch (DataFormatException e) {
            throw new IllegalStateException("the package was changed after it was opened", e);
        } finally {
            inflater.end();
        }
    }

    @Override
    public String toString() {
        return "FileData[" + packed + " to " + size + " bytes]";
    }
}
