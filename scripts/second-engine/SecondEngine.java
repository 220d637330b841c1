import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Serves a database in memory on a free port of this machine, prints the port, and ends with its standard input. */
class SecondEngine {
  /** MongoDB 6.0, the oldest that the product is for. */
  private static final MongoVersion VERSION =
      new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
          return List.of(6, 0, 0);
        }

        @Override
        public int getWireVersion() {
          return 17;
        }
      };

  /**
   * The engine knows no partial indexes and would bind every document by them: it makes none of them. What they refuse it then
   * takes, which is a known gap.
   */
  private static final class WithoutPartialIndexes extends MemoryBackend {
    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
      if (command.equals("createIndexes") && query.get("indexes") instanceof Collection<?> wanted) {
        List<Object> whole = new ArrayList<>(wanted);
        whole.removeIf(index -> index instanceof Document one && one.containsKey("partialFilterExpression"));
        if (whole.isEmpty()) {
          return new Document("ok", 1.0);
        }
        query.put("indexes", whole);
      }
      return super.handleCommand(channel, database, command, query);
    }
  }

  public static void main(String[] arguments) throws Exception {
    MongoServer server = new MongoServer(new WithoutPartialIndexes().version(VERSION));
    server.bind("127.0.0.1", 0);
    System.out.println(server.getLocalAddress().getPort());
    while (System.in.read() >= 0) {
      // Whoever started it is there.
    }
    server.shutdownNow();
  }
}
